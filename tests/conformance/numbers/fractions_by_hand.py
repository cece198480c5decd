# Fractions as pairs: reduce, add, multiply, compare, sum a series exactly.
def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


def make(n, d):
    if d == 0:
        raise ZeroDivisionError(f'{n}/0')
    g = gcd(n, d)
    if d < 0:
        g = -g
    return n // g, d // g


def add(a, b):
    return make(a[0] * b[1] + b[0] * a[1], a[1] * b[1])


def mul(a, b):
    return make(a[0] * b[0], a[1] * b[1])


def show(f):
    n, d = f
    return f'{n}/{d}' if d != 1 else str(n)


print(show(make(6, -8)), show(make(0, 5)), show(make(-3, -9)), show(add((1, 2), (1, 3))), show(mul((2, 3), (3, 2))))
total = (0, 1)
for k in range(1, 31):
    total = add(total, (1, k))
print(show(total), total[0] / total[1])
values = [(1, 2), (2, 3), (3, 5), (-1, 7)]
print(sorted(values, key=lambda f: f[0] / f[1]), [show(f) for f in values])
try:
    make(1, 0)
except ZeroDivisionError as e:
    print(e)
egypt = []
n, d = 4, 13
while n:
    x = -(-d // n)
    egypt.append(x)
    n, d = n * x - d, d * x
print(egypt)
