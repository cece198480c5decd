# types: dynamic
# Comparison of unlike types: == is False, < raises.
print(1 == '1', [1] == (1,), None == 0, {} == [], (1,) == [1])
for f in (lambda: 1 < '1', lambda: [1] < ['a'], lambda: None < 1, lambda: sorted([1, 'a'])):
    try: f()
    except TypeError as e: print(e)
