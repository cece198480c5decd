# Sums and products leave the machine's word without a trace.
def product(n):
    result = 1
    for i in range(1, n + 1):
        result *= i
    return result


def doubling(n):
    x = 1
    steps = []
    for i in range(n):
        x += x
        if i % 10 == 9:
            steps.append(x)
    return steps


total = 0
for i in range(100):
    total += 2 ** i
print(total, total == 2 ** 100 - 1)
print([product(n) for n in (19, 20, 21, 22)])
print(doubling(70))
x = 2 ** 62
for _ in range(4):
    x = x + x - 1
    print(x, -x, x // 2, x - 2 ** 64)
n = -1
for _ in range(5):
    n *= 10 ** 5
print(n)
big = 10 ** 19
while big > 10 ** 17:
    big //= 7
    print(big)
