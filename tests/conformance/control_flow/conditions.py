# if/elif/else, and/or/not values, chained comparisons, truth of everything.
def grade(score):
    if score >= 90:
        return 'A'
    elif score >= 80:
        return 'B'
    elif score >= 70:
        return 'C'
    else:
        return 'F'


print([grade(s) for s in (95, 80, 79.9, 0)])
for v in (0, 1, -1, 0.0, 0.1, '', 'a', ' ', [], [0], {}, {0: 0}, set(), (), (None,), None, True, False, range(0), range(1), b'', 0j):
    print(repr(v), bool(v), 'yes' if v else 'no', not v)
print(0 or 'default', 'x' or 1, '' and 1, [] and 1, 1 and 2 and 3, 0 or '' or None, None or [], 1 and 0 or 5, not 0 or 1)
x = 15
print(10 < x < 20, 10 < x > 12 != 13, x == 15 == 15.0, 1 < 2 < 3 < 2, 'a' < 'b' < 'c', not x > 20 and x != 3)
print('even' if x % 2 == 0 else 'odd', 'neg' if x < 0 else 'zero' if x == 0 else 'pos')
y = None
if y is None:
    y = x if x > 10 else -x
if y is not None and y > 5 or print('not evaluated'):
    print('y', y)
in_range = 0 <= y < 100
print(in_range, type(in_range).__name__, y in (1, 15), y not in [15], 'ell' in 'hello')


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


print([y for y in (1900, 2000, 2023, 2024) if leap(y)])
if (n := len('walrus')) > 5:
    print(n, 'letters')
total = 0
while (total := total + 3) < 10:
    print(total, end=' ')
print(total)
