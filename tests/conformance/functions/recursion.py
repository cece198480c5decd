# Recursive functions: numbers, strings, lists, trees, mutual recursion, memo.
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def power_set(xs):
    if not xs:
        return [[]]
    rest = power_set(xs[1:])
    return rest + [[xs[0]] + r for r in rest]


def permutations(xs):
    if len(xs) <= 1:
        return [xs]
    return [[x] + p for i, x in enumerate(xs) for p in permutations(xs[:i] + xs[i + 1:])]


def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        hanoi(n - 1, b, a, c, moves)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


def flatten(x):
    return [y for e in x for y in flatten(e)] if isinstance(x, list) else [x]


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


print(factorial(30), [fib(n) for n in range(15)], power_set([1, 2, 3]), permutations([1, 2, 3]))
moves = []
hanoi(4, 'A', 'B', 'C', moves)
print(len(moves), ' '.join(moves))
print(is_even(100), is_odd(7), ackermann(2, 3), flatten([1, [2, [3, [4]], []]]), gcd(1071, 462))
memo = {}


def paths(r, c):
    if r == 0 or c == 0:
        return 1
    if (r, c) not in memo:
        memo[r, c] = paths(r - 1, c) + paths(r, c - 1)
    return memo[r, c]


print(paths(16, 16), len(memo))


def reverse(s):
    return s and reverse(s[1:]) + s[0]


def count_down(n):
    if n >= 0:
        print(n, end=' ')
        count_down(n - 1)


print(reverse('hello'), factorial(0))
count_down(5)
print()
