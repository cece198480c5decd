# types: dynamic
# The texts of TypeError and AttributeError, for programs that run at the level "dynamic".
cases = [
    lambda: 1 + 'a', lambda: 'a' + 1, lambda: [1] + (2,), lambda: None + 1, lambda: 'a' * 'b', lambda: 1 - 'a', lambda: -'a', lambda: ~1.5,
    lambda: 1 < 'a', lambda: [1] < (1,), lambda: None < None, lambda: len(5), lambda: len(None), lambda: 5(), lambda: None(), lambda: 5[0],
    lambda: None[0], lambda: [1]['a'], lambda: 'abc'['x'], lambda: (1,)[1.0], lambda: {[]: 1}, lambda: {{}}, lambda: hash([]), lambda: {1: 2}[[]],
    lambda: iter(5), lambda: list(5), lambda: sum(['a']), lambda: sorted([1, 'a']), lambda: max(1, 'a'), lambda: int([]), lambda: int(None), lambda: float('1' and []),
    lambda: 'a'.join([1]), lambda: ','.join(5), lambda: 'a' in 5, lambda: 1 in 'abc', lambda: ord('ab'), lambda: chr('a'), lambda: abs('x'), lambda: round('x'),
    lambda: (1).foo, lambda: 'a'.bar, lambda: [].add(1), lambda: None.x, lambda: {}.append, lambda: print.zip, lambda: range('a'), lambda: [0] * 1.5,
    lambda: isinstance(1, 5), lambda: '%d' % 'x', lambda: '%s %s' % 'x', lambda: [1, 2][1, 2], lambda: print(sep=5), lambda: open(1.5), lambda: divmod('a', 2), lambda: bytes('a'),
]
for i, f in enumerate(cases):
    try:
        print(i, f())
    except (TypeError, AttributeError) as e:
        print(i, type(e).__name__, e)
