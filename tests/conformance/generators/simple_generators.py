# Generators consumed by for, list, sum, next, in other generators.
def countdown(n):
    while n > 0:
        yield n
        n -= 1


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    for i, x in enumerate(it):
        if i == n:
            return
        yield x


def chain(*iterables):
    for it in iterables:
        yield from it


def pairs(xs):
    it = iter(xs)
    for a in it:
        b = next(it, None)
        yield a, b


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


print(list(countdown(3)), sum(countdown(4)), max(countdown(5)), [x * 2 for x in countdown(2)], tuple(countdown(0)))
print(list(take(10, fibonacci())), list(take(5, primes())), list(chain([1], 'ab', countdown(2))), list(pairs('abcde')))
g = countdown(3)
print(next(g), next(g), list(g), next(g, 'done'))
for x in fibonacci():
    if x > 50:
        break
    print(x, end=' ')
print()
squares = (x * x for x in countdown(3))
print(next(squares), list(squares), list(squares))
print(dict(enumerate(countdown(2))), sorted(chain('ba', 'dc')), ''.join(chain('x', 'yz')), 2 in countdown(3), set(take(3, primes())))
