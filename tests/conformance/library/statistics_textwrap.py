# statistics and textwrap.
import statistics, textwrap
print(statistics.fmean([1, 2, 3.5]), statistics.median([3, 1, 2]), statistics.median([1, 2, 3, 4]), statistics.median_low([1, 2, 3, 4]), statistics.median_high([1, 2, 3, 4]), statistics.mode("aabbb"), statistics.multimode([1, 1, 2, 2, 3]), statistics.fmean([1, 2], [3, 1]))
try: statistics.median([])
except statistics.StatisticsError as e: print(type(e).__name__, e)
print(repr(textwrap.dedent("   a\n     b\n\n   c\n")), repr(textwrap.indent("x\n\ny\n", "> ")))
import random
random.seed(5)
for _ in range(5):
    xs = [random.gauss(10, 3) for _ in range(20)]
    print(statistics.mean(xs), statistics.variance(xs), statistics.stdev(xs), statistics.pvariance(xs), statistics.pstdev(xs))
print(statistics.mean([1, 2, 3]), statistics.mean([1, 2]), statistics.variance([1, 2, 3, 4]), statistics.stdev([2, 4, 4, 4, 5, 5, 7, 9]), statistics.pstdev([2, 4, 4, 4, 5, 5, 7, 9]), statistics.pvariance([1, 5]), statistics.stdev([0.1, 0.2, 1e300]), statistics.stdev([3, 3]))
for f in (lambda: statistics.mean([]), lambda: statistics.stdev([1])):
    try: f()
    except statistics.StatisticsError as e: print(e)
