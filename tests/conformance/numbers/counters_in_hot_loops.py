# Loops whose numbers stay small, grow, or change type on the way.
def collatz_longest(limit):
    best, best_n = 0, 0
    for n in range(1, limit):
        steps, x = 0, n
        while x != 1:
            x = x // 2 if x % 2 == 0 else 3 * x + 1
            steps += 1
        if steps > best:
            best, best_n = steps, n
    return best_n, best


def harmonic(n):
    total = 0
    for k in range(1, n + 1):
        total += 1 / k
    return total


def alternating(n):
    total = 0
    sign = 1
    for k in range(n):
        total += sign * k ** 3
        sign = -sign
    return total


print(collatz_longest(3000))
print(harmonic(1), harmonic(1000), harmonic(0))
print(alternating(1000), alternating(10001))
x = 1
for i in range(200):
    x = x * 3 % 1000007
print(x)
count = 0
for a in range(1, 60):
    for b in range(a, 60):
        c2 = a * a + b * b
        c = int(c2 ** 0.5)
        if c * c == c2 and c < 60:
            count += 1
print(count)
y = 0
while y * y * y < 10 ** 9:
    y += 1
print(y)
