# types: dynamic
# Concatenation needs str.
for f in (lambda: 'a' + 1, lambda: 1 + 'a', lambda: 'a' * 'b', lambda: ','.join([1]), lambda: 'a' in 1):
    try: f()
    except TypeError as e: print(e)
