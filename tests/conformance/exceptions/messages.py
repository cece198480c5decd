# types: dynamic
# The texts of the usual exceptions.
cases = [
    lambda: 1 // 0, lambda: 1 % 0, lambda: 1.5 / 0, lambda: 2 ** -1 / 0, lambda: [1][5], lambda: (1,)[5], lambda: 'a'[5], lambda: b'a'[5],
    lambda: {}['x'], lambda: {}[1], lambda: {1: 2}[(1, 2)], lambda: int('a'), lambda: int(''), lambda: float('b'), lambda: [].pop(), lambda: {}.popitem(),
    lambda: set().pop(), lambda: [1].remove(2), lambda: [1].index(3), lambda: 'abc'.index('z'), lambda: (1,).index(2), lambda: min([]), lambda: max([]),
    lambda: chr(-1), lambda: ord(''[0:1] or 'ab'[0:1]) and chr(1114112), lambda: range(1, 2, 0), lambda: [1, 2][::0], lambda: 'a'.split(''),
    lambda: bytes([256]), lambda: next(iter([])), lambda: 1 << -1, lambda: pow(2, -1, 2), lambda: int('1', 40), lambda: '{}'.format(), lambda: [0] * (1 << 62),
    lambda: list(zip([1], [], strict=True)), lambda: 'x'.encode('nope'), lambda: b'\xff'.decode(), lambda: open('/no/such/file'), lambda: __import__('sys').exit(3),
]
for i, f in enumerate(cases):
    try:
        print(i, f())
    except (ArithmeticError, LookupError, ValueError, StopIteration, MemoryError, OSError) as e:
        print(i, type(e).__name__, e, e.args if not isinstance(e, (UnicodeError, OSError)) else '')
    except SystemExit as e:
        print(i, 'exit', e.code)
