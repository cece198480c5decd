# Primes: sieve, factors, Miller-Rabin, gcd, perfect numbers, Goldbach.
def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0:2] = [False, False]
    n = 2
    while n * n <= limit:
        if flags[n]:
            for k in range(n * n, limit + 1, n):
                flags[k] = False
        n += 1
    return [i for i, prime in enumerate(flags) if prime]


def factors(n):
    result = []
    d = 2
    while d * d <= n:
        while n % d == 0:
            result.append(d)
            n //= d
        d += 1 if d == 2 else 2
    if n > 1:
        result.append(n)
    return result


def grouped(numbers):
    counts = {}
    for n in numbers:
        counts[n] = counts.get(n, 0) + 1
    return " * ".join(str(p) if k == 1 else f"{p}^{k}" for p, k in counts.items())


def is_probable_prime(n):
    if n < 2:
        return False
    small = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    for p in small:
        if n % p == 0:
            return n == p
    d, r = n - 1, 0
    while d % 2 == 0:
        d //= 2
        r += 1
    for a in small:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def divisors(n):
    low, high = [], []
    d = 1
    while d * d <= n:
        if n % d == 0:
            low.append(d)
            if d != n // d:
                high.append(n // d)
        d += 1
    return low + high[::-1]


primes = sieve(200)
print(len(primes), primes[:10], primes[-3:])
print([p for p, q in zip(primes, primes[1:]) if q - p == 2])
for n in (1, 2, 97, 360, 1001, 2 ** 16, 600851475143, 10 ** 12 + 39):
    print(n, "=", grouped(factors(n)) or "1", divisors(n) if n < 2000 else "")
print([n for n in range(2, 500) if sum(divisors(n)) == 2 * n])
for n in (561, 7919, 2 ** 61 - 1, 2 ** 89 - 1, 2 ** 67 - 1, 10 ** 18 + 9):
    print(n, is_probable_prime(n))
print(gcd(1071, 462), gcd(0, 5), gcd(2 ** 100, 6 ** 50) == 2 ** 50)
known = set(primes)
for even in range(4, 40, 6):
    print(even, [(p, even - p) for p in primes if even - p in known])
assert all(is_probable_prime(p) for p in primes)
print(sum(primes), max(q - p for p, q in zip(primes, primes[1:])))
