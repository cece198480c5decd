"""Averages and spreads."""
import math
import random
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple


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


def _special(values):
    # The sum of what is infinite or no number, or None.
    total = 0.0
    found = False
    for x in values:
        if isinstance(x, float) and not math.isfinite(x):
            total += x
            found = True
    return total if found else None


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
    values = list(data)
    special = _special(values)
    if special is not None:
        return special
    total, squares, bottom, n, whole = _sums(values)
    if n == 0:
        raise StatisticsError("mean requires at least one data point")
    if whole and total % n == 0:
        return total // n
    return total / (bottom * n)


def _spread(data, center, less, message):
    # The sum of squared distances from the mean, or from `center`, over n - less, as a fraction.
    if center is not None:
        total, squares, bottom, n, whole = _sums([(x - center) * (x - center) for x in data])
        if n <= less:
            raise StatisticsError(message)
        return (total, bottom * (n - less), whole)
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


def _mean_square(data, center, less, message):
    values = list(data)
    special = _special(values)
    if special is not None:
        if len(values) <= less:
            raise StatisticsError(message)
        return special
    return _quotient(_spread(values, center, less, message))


def _deviation(data, center, less, message):
    values = list(data)
    if _special(values) is not None:
        if len(values) <= less:
            raise StatisticsError(message)
        raise AttributeError("'float' object has no attribute 'numerator'")  # as in CPython 3.11
    return _root(_spread(values, center, less, message))


def variance(data, xbar=None):
    return _mean_square(data, xbar, 1, "variance requires at least two data points")


def pvariance(data, mu=None):
    return _mean_square(data, mu, 0, "pvariance requires at least one data point")


def stdev(data, xbar=None):
    return _deviation(data, xbar, 1, "stdev requires at least two data points")


def pstdev(data, mu=None):
    return _deviation(data, mu, 0, "pstdev requires at least one data point")


def geometric_mean(data):
    try:
        return math.exp(fmean([math.log(x) for x in data]))
    except ValueError:
        pass
    raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")


def harmonic_mean(data, weights=None):
    values = list(data)
    if not values:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(values) == 1 and weights is None:
        if values[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return values[0]
    factors = [1] * len(values) if weights is None else list(weights)
    if len(factors) != len(values):
        raise StatisticsError("Number of weights does not match data size")
    for w in factors:
        if w < 0:
            raise StatisticsError("harmonic mean does not support negative values")
    whole, squares, whole_bottom, n, ints = _sums(factors)
    parts = []
    for w, x in zip(factors, values):
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        if not w:
            parts.append(0.0)
        elif not x:
            return 0
        else:
            parts.append(w / x)
    special = _special(parts)
    if special is not None:
        return whole / whole_bottom / special
    total, squares, bottom, n, ints = _sums(parts)
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return (whole * bottom) / (whole_bottom * total)


def median_grouped(data, interval=1):
    """The median of data that are the midpoints of intervals."""
    ordered = sorted(data)
    n = len(ordered)
    if n == 0:
        raise StatisticsError("no median for empty data")
    x = ordered[n // 2]
    below = bisect_left(ordered, x)
    within = bisect_right(ordered, x, lo=below) - below
    width = float(interval)
    return float(x) - width / 2.0 + width * (n / 2 - below) / within


def _centered(x, y, what):
    # Two lists of distances from their means.
    xs = list(x)
    ys = list(y)
    n = len(xs)
    if len(ys) != n:
        raise StatisticsError(what + " requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(what + " requires at least two data points")
    xbar = math.fsum(xs) / n
    ybar = math.fsum(ys) / n
    return ([a - xbar for a in xs], [b - ybar for b in ys], xbar, ybar)


def _product(x, y):
    return math.fsum([a * b for a, b in zip(x, y)])


def covariance(x, y, /):
    xs, ys, xbar, ybar = _centered(x, y, "covariance")
    return _product(xs, ys) / (len(xs) - 1)


def correlation(x, y, /):
    xs, ys, xbar, ybar = _centered(x, y, "correlation")
    try:
        return _product(xs, ys) / math.sqrt(_product(xs, xs) * _product(ys, ys))
    except ZeroDivisionError:
        pass
    raise StatisticsError("at least one of the inputs is constant")


class LinearRegression(NamedTuple):
    slope: float
    intercept: float


def linear_regression(x, y, /, *, proportional=False):
    xs, ys, xbar, ybar = _centered(x, y, "linear regression")
    if proportional:
        xs = [float(a) for a in x]
        ys = [float(b) for b in y]
    try:
        slope = _product(xs, ys) / _product(xs, xs)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)


# Coefficients of M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution" (1988), highest power first.
_CENTRAL = ((2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
             13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.3871328727963666080),
            (5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867,
             5394.1960214247511077, 687.18700749205790830, 42.313330701600911252, 1.0))
_MIDDLE = ((7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
            3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734),
           (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
            6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1.0))
_OUTER = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
           2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720),
          (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
           1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _horner(coefficients, x):
    value = 0.0
    for c in coefficients:
        value = value * x + c
    return value


def _standard_quantile(p):
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        top, bottom = _CENTRAL
        return _horner(top, r) * q / _horner(bottom, r)
    r = math.sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        top, bottom = _MIDDLE
        x = _horner(top, r - 1.6) / _horner(bottom, r - 1.6)
    else:
        top, bottom = _OUTER
        x = _horner(top, r - 5.0) / _horner(bottom, r - 5.0)
    return -x if q < 0.0 else x


class NormalDist:
    """A normal distribution of a random variable."""
    __slots__ = ("_mu", "_sigma")

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        values = list(data)
        return cls(float(mean(values)), stdev(values))

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def samples(self, n, *, seed=None):
        if seed is None:
            return [random.gauss(self._mu, self._sigma) for _ in range(n)]
        source = random.Random(seed)
        return [source.gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        distance = x - self._mu
        return math.exp(distance * distance / (-2.0 * variance)) / math.sqrt(math.tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * math.sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return self._mu + _standard_quantile(float(p)) * self._sigma

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        narrow, wide = self, other
        if (wide._sigma, wide._mu) < (narrow._sigma, narrow._mu):
            narrow, wide = wide, narrow
        narrow_var = narrow.variance
        wide_var = wide.variance
        if not narrow_var or not wide_var:
            raise StatisticsError("overlap() not defined when sigma is zero")
        more = wide_var - narrow_var
        apart = abs(wide._mu - narrow._mu)
        if not more:
            return 1.0 - math.erf(apart / (2.0 * narrow._sigma * math.sqrt(2.0)))
        a = narrow._mu * wide_var - wide._mu * narrow_var
        b = narrow._sigma * wide._sigma * math.sqrt(apart * apart + more * math.log(wide_var / narrow_var))
        first = (a + b) / more
        second = (a - b) / more
        return 1.0 - (abs(wide.cdf(first) - narrow.cdf(first)) + abs(wide.cdf(second) - narrow.cdf(second)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / abs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __radd__(self, other):
        return NormalDist(self._mu + other, self._sigma)

    def __rsub__(self, other):
        return NormalDist(-(self._mu - other), self._sigma)

    def __rmul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
