# Making, indexing, slicing, changing, testing lists.
xs = [5, 3, 8, 1]
print(xs, len(xs), xs[0], xs[-1], xs[1:3], xs[::-1], xs[::2], xs[10:], xs[-3:-1])
xs.append(7)
xs.insert(0, 9)
xs.insert(100, 0)
xs.insert(-1, 4)
xs.extend([2, 2])
xs += (6,)
print(xs, xs.pop(), xs.pop(0), xs.pop(-2), xs)
xs.remove(8)
print(xs, xs.index(7), xs.count(2), 3 in xs, 99 not in xs)
xs.reverse()
print(xs)
xs.sort()
print(xs, sorted(xs, reverse=True), sum(xs), min(xs), max(xs))
ys = xs.copy()
ys[0] = 100
del ys[1]
print(xs[0], ys[0], xs == ys, xs is xs, [] == [], [1, 2] < [1, 3], [1] < [1, 0])
print([1, 2] + [3], [0] * 3, 2 * ['a', 'b'], [] * 5, list('abc'), list(range(3)), bool([]), bool([0]))
ys.clear()
print(ys, len(ys))
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1][3], lambda: [1].remove(2), lambda: [1].index(2)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
