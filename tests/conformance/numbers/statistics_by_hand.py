# Mean, median, variance, mode, running values, on ints and on floats.
def mean(xs):
    return sum(xs) / len(xs)


def median(xs):
    s = sorted(xs)
    n = len(s)
    return s[n // 2] if n % 2 else (s[n // 2 - 1] + s[n // 2]) / 2


def variance(xs):
    m = mean(xs)
    return sum((x - m) ** 2 for x in xs) / (len(xs) - 1)


def mode(xs):
    counts = {}
    for x in xs:
        counts[x] = counts.get(x, 0) + 1
    top = max(counts.values())
    return [x for x, c in counts.items() if c == top]


for data in ([1, 2, 3, 4], [2.5, 3.5, 3.5], [10, 2.5, 10, -3], [1, 1, 2, 2, 3], [10 ** 20, 10 ** 20 + 2]):
    print(mean(data), median(data), variance(data), mode(data), min(data), max(data), max(data) - min(data))
for bad in ([], [5]):
    try:
        print(mean(bad))
        print(variance(bad))
    except ZeroDivisionError as e:
        print(bad, e)
running = 0
averages = []
for i, x in enumerate([4, 8, 15, 16, 23, 42], start=1):
    running += (x - running) / i
    averages.append(round(running, 3))
print(averages)
