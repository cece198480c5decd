# int, float, bool and big ints together: the result's type and value.
a, b, c, d = 7, 2.5, True, 2 ** 70
for x in (a, b, c, d):
    for y in (a, b, c, d):
        print(x + y, x - y, x * y, x / y, type(x + y).__name__, type(x * y).__name__)
print(a // b, a % b, b // a, b % c, c / a, c + c, c * 3, -c, +c, c ** 2, c // 2)
total = 0
for v in [1, 2.5, True, 3]:
    total += v
    print(total, end=' ')
print()
x = 3
x /= 2
print(x)
x *= 2
print(x)
x -= 3
print(x, x == 0, -x)
print(sum([1, 2, 3.0]), sum([True, True]), sum([0.1, 0.2, 0.3]), max(1, 2.0, True), min(1, 1.0), 10 ** 2.0, 10 ** -2)
