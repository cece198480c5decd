# Root finding and integration with floats.
def bisect(f, low, high, tolerance=1e-12):
    steps = 0
    while high - low > tolerance:
        middle = (low + high) / 2
        if f(low) * f(middle) <= 0:
            high = middle
        else:
            low = middle
        steps += 1
    return (low + high) / 2, steps


def newton(f, df, x, limit=50):
    for i in range(limit):
        step = f(x) / df(x)
        x -= step
        if abs(step) < 1e-15:
            return x, i + 1
    return x, limit


def simpson(f, a, b, n=100):
    h = (b - a) / n
    total = f(a) + f(b)
    for i in range(1, n):
        total += f(a + i * h) * (4 if i % 2 else 2)
    return total * h / 3


def derivative(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)


root, steps = bisect(lambda x: x ** 2 - 2, 0, 2)
print(f'{root:.10f} {steps}')
root, steps = newton(lambda x: x ** 3 - 10, lambda x: 3 * x ** 2, 2)
print(f'{root:.12f} {steps}')
print(f'{simpson(lambda x: x * x, 0, 3):.9f} {simpson(lambda x: 1 / x, 1, 2):.9f}')
print(f'{derivative(lambda x: x ** 3, 2):.4f}')
try:
    newton(lambda x: x * x + 1, lambda x: 2 * x, 0)
except ZeroDivisionError as e:
    print(type(e).__name__, e)
x = 0.5
for _ in range(10):
    x = 3.7 * x * (1 - x)
print(x)
