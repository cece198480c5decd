class MyError(Exception):
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return "value " + str(self.value)


def div(a, b):
    return a // b


def outer(n):
    if n == 0:
        return div(1, 0)
    return outer(n - 1)


def safe(n):
    try:
        return outer(n)
    except ZeroDivisionError:
        return -1


def fail(n):
    raise MyError(n)


def count(n):
    for i in range(n):
        yield i


print(safe(3))
print(div(7, 2))
for i in count(3):
    print(i)
try:
    outer(2)
except ArithmeticError:
    print("caught")
fail(5)
