"""Averages and spreads."""
import math
from collections import Counter


class StatisticsError(ValueError):
    pass


def fmean(data, weights=None):
    numbers = [float(x) for x in data]
    if not numbers:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return math.fsum(numbers) / len(numbers)
    factors = [float(w) for w in weights]
    if len(factors) != len(numbers):
        raise StatisticsError("data and weights must be the same length")
    whole = math.fsum(factors)
    if not whole:
        raise StatisticsError("sum of weights must be non-zero")
    return math.fsum([x * w for x, w in zip(numbers, factors)]) / whole


def median(data):
    ordered = sorted(data)
    n = len(ordered)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return ordered[n // 2]
    return (ordered[n // 2 - 1] + ordered[n // 2]) / 2


def median_low(data):
    ordered = sorted(data)
    if not ordered:
        raise StatisticsError("no median for empty data")
    return ordered[(len(ordered) - 1) // 2]


def median_high(data):
    ordered = sorted(data)
    if not ordered:
        raise StatisticsError("no median for empty data")
    return ordered[len(ordered) // 2]


def mode(data):
    pairs = Counter(data).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(data)
    most = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 values that cut the sorted data into n equally likely parts."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    ordered = sorted(data)
    size = len(ordered)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    cuts = []
    if method == "inclusive":
        for i in range(1, n):
            at, part = divmod(i * (size - 1), n)
            cuts.append((ordered[at] * (n - part) + ordered[at + 1] * part) / n)
    elif method == "exclusive":
        for i in range(1, n):
            # Beyond the outermost points the nearest two are continued.
            at = min(max(i * (size + 1) // n, 1), size - 1)
            part = i * (size + 1) - at * n
            cuts.append((ordered[at - 1] * (n - part) + ordered[at] * part) / n)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    return cuts


def _ratio(x):
    if hasattr(x, "_exact_ratio_"):
        _k.refuse("statistics of decimals")
    if hasattr(x, "numerator") and not isinstance(x, int):
        _k.refuse("statistics of fractions")
    if isinstance(x, int):
        return (_as_index(x), 1)
    return x.as_integer_ratio()


def _sums(data):
    # Exactly: the sum and the sum of squares over one denominator, the count, whether all are ints.
    pairs = []
    whole = True
    bottom = 1
    for x in data:
        n, d = _ratio(x)
        if not isinstance(x, int):
            whole = False
        if d > bottom:
            bottom = d  # denominators of floats are powers of two
        pairs.append((n, d))
    total = 0
    squares = 0
    for n, d in pairs:
        scaled = n * (bottom // d)
        total += scaled
        squares += scaled * scaled
    return (total, squares, bottom, len(pairs), whole)


def mean(data):
    total, squares, bottom, n, whole = _sums(data)
    if n == 0:
        raise StatisticsError("mean requires at least one data point")
    if whole and total % n == 0:
        return total // n
    return total / (bottom * n)


def _spread(data, less, message):
    # The sum of squared distances from the mean over n - less, as a fraction.
    total, squares, bottom, n, whole = _sums(data)
    if n <= less:
        raise StatisticsError(message)
    return (squares * n - total * total, bottom * bottom * n * (n - less), whole)


def _quotient(spread):
    top, bottom, whole = spread
    if whole and top % bottom == 0:
        return top // bottom
    return top / bottom


def _root(spread):
    # The square root of a fraction, rounded once: 109 bits, of which the last is sticky.
    top, bottom, whole = spread
    if top == 0:
        return 0.0
    shift = (top.bit_length() - bottom.bit_length() - 109) // 2
    if shift >= 0:
        bottom = bottom << (2 * shift)
    else:
        top = top << (-2 * shift)
    root = math.isqrt(top // bottom)
    if root * root * bottom != top:
        root = root | 1
    return (root << shift) / 1 if shift >= 0 else root / (1 << -shift)


def variance(data):
    return _quotient(_spread(data, 1, "variance requires at least two data points"))


def pvariance(data):
    return _quotient(_spread(data, 0, "pvariance requires at least one data point"))


def stdev(data):
    return _root(_spread(data, 1, "stdev requires at least two data points"))


def pstdev(data):
    return _root(_spread(data, 0, "pstdev requires at least one data point"))
