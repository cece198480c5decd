# types: dynamic
# Duplicate and missing arguments are TypeErrors with exact texts.
def f(a, b): pass
for k in (lambda: f(1), lambda: f(1, 2, 3), lambda: f(1, c=2), lambda: f(1, 2, b=3)):
    try: k()
    except TypeError as e: print(e)
