# Reading, assigning and deleting slices, with steps and out of range.
xs = list(range(10))
print(xs[2:5], xs[:-3], xs[-3:], xs[8:2:-2], xs[::-3], xs[5:5], xs[100:], xs[-100:3], xs[:])
xs[2:4] = ['a', 'b', 'c']
print(xs)
xs[1:1] = ['ins']
print(xs)
xs[-2:] = []
print(xs)
xs[::3] = [0] * len(xs[::3])
print(xs)
del xs[1:3]
print(xs)
del xs[::2]
print(xs)
xs[:] = 'new'
print(xs)
xs[len(xs):] = [1, 2]
xs[0:0] = xs
print(xs)
try:
    xs[::2] = [1]
except ValueError as e:
    print(e)
try:
    xs[::0]
except ValueError as e:
    print(e)
ys = [1, 2, 3, 4, 5, 6]
ys[1:4] = ys[2:5]
print(ys, ys[slice(1, 3)], slice(1, None, 2), 'abcdef'[slice(None, None, -2)], (1, 2, 3)[1:], range(10)[2:8:3])
