# range: length, membership, slicing, comparison, negative steps, big values.
for r in (range(5), range(2, 8), range(0, 10, 3), range(5, 0, -2), range(0), range(3, 1), range(-3, 3)):
    print(r, list(r), len(r), r.start, r.stop, r.step, bool(r), sum(r))
r = range(10, 100, 7)
print(r[0], r[-1], r[3], r[1:4], list(r[::-4]), 24 in r, 25 in r, r.index(31), r.count(31), r == range(10, 95, 7))
print(list(reversed(range(4))), max(range(5)), min(range(1, 3)), range(3) == range(0, 3, 1), range(0) == range(2, 2), hash(range(3)) == hash(range(3)))
big = range(10 ** 18, 10 ** 18 + 3)
print(list(big), len(big), 10 ** 18 + 2 in big, list(range(2 ** 63, 2 ** 63 + 2)))
for i in range(3):
    i = 10
    print(i, end=' ')
print(i)
for i in range(10, 0, -3):
    print(i, end=' ')
else:
    print('done', i)
total = 0
for i in range(1, 1000):
    if i % 3 == 0 or i % 5 == 0:
        total += i
print(total, list(zip(range(3), range(3, 6))), [*range(2), *range(2)])
for f in (lambda: range(0, 1, 0), lambda: range(3)[5], lambda: range(3).index(9)):
    try:
        f()
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
