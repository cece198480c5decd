# types: dynamic
# Two names for one list, nested lists, copies, default arguments.
a = [1, 2]
b = a
c = a[:]
b.append(3)
a += [4]
a = a + [5]
print(a, b, c, a is b)
grid = [[0] * 3] * 2
grid[0][1] = 'x'
print(grid, grid[0] is grid[1])
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 'x'
print(grid)


def add(item, box=[]):
    box.append(item)
    return box


def change(xs):
    xs[0] = 'changed'
    xs = ['local']
    return xs


print(add(1), add(2), add(3, []), add(4))
z = [1]
print(change(z), z)
nested = [[1, [2]], [3]]
shallow = nested.copy()
shallow[0][1].append('deep')
shallow.append('only here')
print(nested, shallow)
loop = [1, 2, 3, 4, 5, 6]
for x in loop[:]:
    if x % 2 == 0:
        loop.remove(x)
print(loop)
grow = [1]
for x in grow:
    if len(grow) < 6:
        grow.append(x * 2)
print(grow)
shrink = [1, 2, 3, 4]
for x in shrink:
    shrink.pop()
print(shrink)
