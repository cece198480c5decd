"""Exponentials and logarithms by fixed-point arithmetic on ints, for decimal.

Each function gives the digits of the result to `prec` places and at least three more, of which the last stands for all that
follow: a result is computed with more and more places until rounding it cannot go wrong."""
from math import isqrt as _isqrt

from _decimal_digits import _digits, _ten


def _ln_fixed(x, places):
    # ln(x / 10**places) * 10**places for x > 0: square roots until the argument is near 1, then 2 * artanh((x - 1) / (x + 1)).
    one = _ten(places)
    if x < one:
        return -_ln_fixed(one * one // x, places)
    roots = 0
    while (x - one) * 256 > one:
        x = _isqrt(x * one)
        roots += 1
    z = (x - one) * one // (x + one)
    square = z * z // one
    total = z
    k = 3
    while z:
        z = z * square // one
        total += z // k
        k += 2
    return total * 2 << roots


def _ln_ten(places):
    # ln 10 * 10**places
    return _ln_fixed(_ten(places + 12) * 10, places + 12) // _ten(12)


def _ln_at(n, exp, places):
    # ln(n * 10**exp) * 10**places, off by a few units.
    more = places + 12
    top = _digits(n)
    m = n * _ten(more - top) if more >= top else n // _ten(top - more)
    return (_ln_fixed(m, more) + (exp + top) * _ln_ten(more)) // _ten(12)


def _exp_at(x, places):
    # (digits, exponent) of e ** (x / 10**places), with about `places` digits.
    more = places + 12
    y = x * _ten(12)
    ten = _ln_ten(more)
    whole = y // ten
    y -= whole * ten
    halvings = 12
    y = y >> halvings
    one = _ten(more)
    term = one
    total = one
    k = 1
    while term:
        term = term * y // one // k
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total // one
    return total // _ten(8), whole - more + 8


def _settled(n, extra):
    # Can the last `extra` digits, off by some units, not change how n is rounded?
    rest = n % _ten(extra)
    half = _ten(extra) // 2
    return 20 < rest < _ten(extra) - 20 and not half - 20 < rest < half + 20


def ln_digits(n, exp, prec):
    """Sign, digits and exponent of ln(n * 10**exp)."""
    places = prec + 10
    while True:
        x = _ln_at(n, exp, places)
        size = abs(x)
        extra = _digits(size) - prec
        if extra >= 4 and _settled(size, extra):
            return 1 if x < 0 else 0, size // 10 * 10 + 1, -places
        places += max(8, 8 - extra)


def log10_digits(n, exp, prec):
    """Sign, digits and exponent of log10(n * 10**exp), which is no whole number."""
    places = prec + 10
    while True:
        x = _ln_at(n, exp, places + 8) * _ten(places) // _ln_ten(places + 8)
        size = abs(x)
        extra = _digits(size) - prec
        if extra >= 4 and _settled(size, extra):
            return 1 if x < 0 else 0, size // 10 * 10 + 1, -places
        places += max(8, 8 - extra)


def exp_digits(sign, n, exp, prec):
    """Digits and exponent of e ** (n * 10**exp)."""
    more = 10
    while True:
        places = prec + more + max(0, exp + _digits(n))
        x = n * _ten(exp + places) if exp + places >= 0 else n // _ten(-exp - places)
        m, e = _exp_at(-x if sign else x, places)
        extra = _digits(m) - prec
        if extra >= 4 and _settled(m, extra):
            return m // 10 * 10 + 1, e
        if more > 60:
            # So near to 1 that its digits are those of 1 and an argument that is smaller than all of them.
            return _ten(prec + 3) + (-1 if sign else 1), -prec - 3
        more += 10


def power_digits(n, exp, sign, bn, bexp, prec):
    """Digits and exponent of (n * 10**exp) ** (bn * 10**bexp), the second negative where `sign` says so."""
    more = 12
    while True:
        places = prec + more + max(0, bexp + _digits(bn)) + 8
        x = _ln_at(n, exp, places + _digits(bn)) * bn
        x = x * _ten(bexp) if bexp >= 0 else x // _ten(-bexp)
        x = x // _ten(_digits(bn))
        m, e = _exp_at(-x if sign else x, places)
        extra = _digits(m) - prec
        if extra >= 4 and (_settled(m, extra) or more > 60):
            if _settled(m, extra):
                return m // 10 * 10 + 1, e
            # An exact result: what is around it is rounded away.
            unit = _ten(extra)
            return (m + unit // 2) // unit, e + extra
        more += 16
