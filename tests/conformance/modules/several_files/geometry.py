import config

print('geometry loads')
PI = 3.14


def area(r):
    return PI * r * r


def perimeter(r):
    return 2 * PI * r
