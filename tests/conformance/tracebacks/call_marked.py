# types: dynamic
# stderr: exact
def add(a, b):
    return a + b


def compute(xs):
    return add(1, 2) + add(xs[0], int(xs[1])) + add(3, 4)


print(compute([5, '6']))
print(compute([5, 'six']))
