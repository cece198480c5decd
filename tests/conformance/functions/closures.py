# types: dynamic
# Closures: counters, accumulators, shared cells, functions that make functions.
def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def account(balance):
    def deposit(amount):
        nonlocal balance
        balance += amount
        return balance

    def withdraw(amount):
        nonlocal balance
        if amount > balance:
            return 'refused'
        balance -= amount
        return balance

    return deposit, withdraw, lambda: balance


def compose(*functions):
    def composed(x):
        for f in functions:
            x = f(x)
        return x

    return composed


def make_adders():
    return [lambda x, n=n: x + n for n in range(3)], [lambda x: x + n for n in range(3)]


a, b = counter(), counter(100)
print(a(), a(), a(5), b(), a(), b(-1))
deposit, withdraw, show = account(10)
print(deposit(5), withdraw(100), withdraw(7), show())
print(compose(str, len)(12345), compose()(5), compose(lambda x: x + 1, lambda x: x * 2)(3))
bound, late = make_adders()
print([f(10) for f in bound], [f(10) for f in late])


def outer():
    x = 'outer'

    def middle():
        def inner():
            return x
        return inner

    f = middle()
    first = f()
    x = 'changed'
    return first, f()


print(outer())


def memoize(f):
    cache = {}

    def wrapped(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]

    wrapped.cache = cache
    return wrapped


@memoize
def slow_square(n):
    print('computing', n)
    return n * n


print(slow_square(4), slow_square(4), slow_square(5), len(slow_square.cache))
