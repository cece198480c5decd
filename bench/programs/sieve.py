"""The primes below N by the sieve of Eratosthenes, several times: sieve.py N ROUNDS"""
import sys


def sieve(limit):
    flags = [True] * limit
    flags[0] = flags[1] = False
    i = 2
    while i * i < limit:
        if flags[i]:
            for k in range(i * i, limit, i):
                flags[k] = False
        i += 1
    primes = []
    for i in range(limit):
        if flags[i]:
            primes.append(i)
    return primes


limit, rounds = int(sys.argv[1]), int(sys.argv[2])
total = 0
for _ in range(rounds):
    primes = sieve(limit)
    total += len(primes) + primes[-1]
print(len(primes), primes[-1], total)
