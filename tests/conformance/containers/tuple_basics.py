# Tuples: indexing, unpacking, comparison, as keys, methods.
t = (3, 'a', 2.5)
print(t, len(t), t[0], t[-1], t[1:], t + (1,), t * 2, 'a' in t, t.index('a'), t.count(3), (), (1,), 1,)
a, b, c = t
print(a, b, c)
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*init, tail = 'xyz'
(x, y), [z, w] = (1, 2), [3, 4]
print(init, tail, x, y, z, w)
print((1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 99), ('a', 1) == ('a', 1.0), () < (0,), sorted([(2, 'b'), (1, 'z'), (2, 'a')]))
points = {(0, 0): 'origin', (1, 0): 'east'}
print(points[0, 0], points.get((5, 5)), (1, 0) in points, hash((1, 2)) == hash((1, 2)), tuple([1, [2]]), tuple('ab'))


def min_max(xs):
    return min(xs), max(xs)


low, high = min_max([4, 1, 7])
print(low, high, min_max('hello'), type(min_max([1])).__name__)
nested = (1, (2, (3, [4])))
nested[1][1][1].append(5)
print(nested, nested[1][1][0])
for i, (p, q) in enumerate([(1, 2), (3, 4)]):
    print(i, p + q, end=' ')
print(*(v for v in t), sum((1, 2, 3)), max((1, 5), (1, 4)), bool(()), bool((0,)))
for value in ([1], [1, 2, 3]):
    try:
        a, b = value
    except ValueError as e:
        print(e)
