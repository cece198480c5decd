# Big integers: factorials, Fibonacci numbers, digits, powers, an exact square root, pi.
def factorial(n):
    result = 1
    for k in range(2, n + 1):
        result *= k
    return result


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def fast_fibonacci(n):
    if n == 0:
        return 0, 1
    a, b = fast_fibonacci(n // 2)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


def digit_sum(n):
    total = 0
    while n:
        n, digit = divmod(n, 10)
        total += digit
    return total


def integer_sqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


def pi_digits(count):
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    digits = []
    while len(digits) < count:
        if 4 * q + r - t < n * t:
            digits.append(n)
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
    return "".join(map(str, digits))


for n in (0, 1, 5, 20, 21, 25, 50):
    print(f"{n}! = {factorial(n)}")
print(len(str(factorial(1000))), digit_sum(factorial(100)))
print(fibonacci(10), fibonacci(93), fibonacci(300))
print(all(fast_fibonacci(n)[0] == fibonacci(n) for n in (0, 1, 2, 50, 91, 92, 93, 94, 500)))
print(len(str(fast_fibonacci(10000)[0])), fast_fibonacci(10000)[0] % 10 ** 20)
print(2 ** 200, -(3 ** 80), 7 ** 77 % 1000)
root = integer_sqrt(2 * 10 ** 60)
print(root, root * root <= 2 * 10 ** 60 < (root + 1) ** 2)
print(pi_digits(60))
print(digit_sum(2 ** 1000), hex(2 ** 100), bin(2 ** 65 + 1), f"{factorial(25):,}")
collatz = 2 ** 70 + 1
steps = 0
while collatz != 1:
    collatz = collatz // 2 if collatz % 2 == 0 else 3 * collatz + 1
    steps += 1
print(steps)
print(sorted([2 ** 70, -2 ** 70, 5, 2 ** 62, 2 ** 63, -1]), 10 ** 30 // 7, -10 ** 30 // 7, -10 ** 30 % 7)
