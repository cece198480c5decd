# types: dynamic
# Int parse failure text, unpack texts, not callable, not iterable, no attribute.
for f in (lambda: int('x'), lambda: float('x'), lambda: (lambda: 0)(1), lambda: 5(), lambda: [*5], lambda: (1).x, lambda: None.x, lambda: len(5), lambda: None[0], lambda: 5[0], lambda: [1]['a'], lambda: 'a'.foo()):
    try: f()
    except Exception as e: print(type(e).__name__, e)
