# bool as a number, as an index, in conditions and formats.
flags = [True, False, True, True]
print(sum(flags), flags.count(True), flags.index(False), ['no', 'yes'][True], 'ab'[False])
print(True + 1, True - True, True * 5, True / 2, True // 1, -True, ~False, True << 3, True ** 0)
print(True == 1, True is True, True < 2, False == 0.0, True and 5, False or 'x', not 1, not '')
print(isinstance(True, int), isinstance(1, bool), type(True).__name__, type(True + True).__name__, bool('False'), bool([]), bool(0.0), bool('0'))
print(f'{True} {True:d} {True:>6} {False!r} {True:5}', '%s %d' % (True, True), str(False), int(True), float(True))
print({True: 'a', 1: 'b', 1.0: 'c'}, {0, False, 0.0}, [1, True].count(1), max(True, 2), sorted([True, False, 0, 1]))
print(True & False, True | False, True ^ True, True & 3, 5 | True, type(True & False).__name__, type(True & 1).__name__)
x = 0
x += 3 > 2
x += 'a' in 'abc'
print(x, any(flags), all(flags), any([]), all([]), bool(x) is True)
