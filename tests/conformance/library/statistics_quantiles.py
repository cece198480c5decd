import statistics
from fractions import Fraction


def attempt(data, **options):
    try:
        return statistics.quantiles(data, **options)
    except (statistics.StatisticsError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


for data in ([], [1], [1, 2], [3, 1, 2], [2.5, 1, 7, 8.25], list(range(100, 0, -3)), [5] * 6, [10 ** 20, 10 ** 20 + 3, 7]):
    for n in (1, 2, 3, 4, 10):
        print(n, attempt(data, n=n), attempt(data, n=n, method="inclusive"))
print(attempt([1.5, 2, 3]), attempt((x * x for x in range(5))), attempt(range(9), n=0), attempt([1, 2], method="odd"))
print(statistics.quantiles([Fraction(1, 3), Fraction(1, 2), Fraction(3, 4)], n=2))
