# text processing without annotations
text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""

def tokenize(s):
    word = ''
    for ch in s.lower():
        if ch.isalpha():
            word += ch
        elif word:
            yield word
            word = ''
    if word:
        yield word

counts = {}
for w in tokenize(text):
    counts[w] = counts.get(w, 0) + 1
for w, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f'{w:10} {"#" * n} {n}')

def caesar(s, k):
    out = []
    for c in s:
        if c.islower():
            out.append(chr((ord(c) - 97 + k) % 26 + 97))
        elif c.isupper():
            out.append(chr((ord(c) - 65 + k) % 26 + 65))
        else:
            out.append(c)
    return ''.join(out)
enc = caesar('Hello, World!', 3)
print(enc, caesar(enc, -3))

def is_palindrome(s):
    s = [c for c in s.lower() if c.isalnum()]
    return s == s[::-1]
print([is_palindrome(x) for x in ('A man, a plan, a canal: Panama', 'hello')])

matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
print(matrix, [list(r) for r in zip(*matrix)], sum(map(sum, matrix)))
print(*(' '.join(f'{x:2d}' for x in row) for row in matrix), sep='\n')

def primes(n):
    sieve = [True] * (n + 1)
    sieve[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = [False] * len(sieve[i * i::i])
    return [i for i, p in enumerate(sieve) if p]
print(primes(50))

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice, takewhile
print(list(islice(fib(), 10)), list(takewhile(lambda x: x < 30, fib())))
def memo(f):
    cache = {}
    def g(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return g
@memo
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
print(fact(30), fact(5))
s = {1, 2, 3} & {2, 3, 4}
print(s, s | {9}, {x % 3 for x in range(10)}, 5 in s)
try:
    print(int("x"))
except (ValueError, TypeError) as e:
    print(type(e).__name__, e)
finally:
    print("done")
with open('out.txt', 'w') as f:
    f.write('line1\nline2\n')
    print('line3', file=f)
with open('out.txt') as f:
    lines = f.read().splitlines()
    print(lines, len(lines))
a, *b, c = range(6)
print(a, b, c, b[-1], b[1:], divmod(17, 5), round(2.675, 2), 7 // 2, -7 // 2, 2 ** 100)
print("%s is %d years and %.2f" % ("Bob", 42, 3.14159), "{:,}".format(1234567), "{:>8}|{:<8}|{:^8}".format("r", "l", "c"))
x = 10
def outer():
    x = 5
    def inner():
        nonlocal x
        x += 1
        return x
    return inner
f = outer()
print(f(), f(), x)
print(any(x > 3 for x in [1, 5]), all([]), list(reversed([1, 2, 3])), sorted("bca"), list(map(str, [1, 2])), list(filter(None, [0, 1, 2])))
print(list(zip("abc", [1, 2, 3])), dict(zip("ab", (1, 2))), "a-b-c".split("-"), "abc".replace("b", "X"), "abc".find("c"), "Hello"[::-1])
