"""Rational numbers."""
import math


class Fraction:
    """numerator / denominator in lowest terms; of ints, fractions, floats, or a text such as '3/4', '0.25' or '1e-3'."""

    def __init__(self, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, int):
                self._numerator = int(numerator)
                self._denominator = 1
                return
            if isinstance(numerator, Fraction):
                self._numerator = numerator._numerator
                self._denominator = numerator._denominator
                return
            if isinstance(numerator, float):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return
            if isinstance(numerator, str):
                self._numerator, self._denominator = _parsed(numerator)
                return
            if hasattr(numerator, "_exact_ratio_"):
                numerator._exact_ratio_()
            raise TypeError("argument should be a string or a Rational instance")
        n, d = _ratio(numerator)
        p, q = _ratio(denominator)
        n = n * q
        d = d * p
        if d == 0:
            raise ZeroDivisionError("Fraction(" + str(n) + ", 0)")
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        self._numerator = n // g
        self._denominator = d // g

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    @classmethod
    def from_float(cls, f):
        return Fraction(f)

    def as_integer_ratio(self):
        """(numerator, denominator)"""
        return (self._numerator, self._denominator)

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is no larger."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0 = 0
        q0 = 1
        p1 = 1
        q1 = 0
        n = self._numerator
        d = self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p2 = p0 + a * p1
            p0 = p1
            q0 = q1
            p1 = p2
            q1 = q2
            rest = n - a * d
            n = d
            d = rest
        k = (max_denominator - q0) // q1
        # Of the two bounds the nearer one; the one with the smaller denominator if both are as near.
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return _k.type_name(self) + "(" + str(self._numerator) + ", " + str(self._denominator) + ")"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return str(self._numerator) + "/" + str(self._denominator)

    def __add__(self, other):
        if isinstance(other, Fraction):
            return Fraction(self._numerator * other._denominator + other._numerator * self._denominator,
                            self._denominator * other._denominator)
        if isinstance(other, int):
            return Fraction(self._numerator + other * self._denominator, self._denominator)
        if isinstance(other, float):
            return float(self) + other
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, int):
            return Fraction(self._numerator + other * self._denominator, self._denominator)
        if isinstance(other, float):
            return other + float(self)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, Fraction):
            return Fraction(self._numerator * other._denominator - other._numerator * self._denominator,
                            self._denominator * other._denominator)
        if isinstance(other, int):
            return Fraction(self._numerator - other * self._denominator, self._denominator)
        if isinstance(other, float):
            return float(self) - other
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, int):
            return Fraction(other * self._denominator - self._numerator, self._denominator)
        if isinstance(other, float):
            return other - float(self)
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, Fraction):
            return Fraction(self._numerator * other._numerator, self._denominator * other._denominator)
        if isinstance(other, int):
            return Fraction(self._numerator * other, self._denominator)
        if isinstance(other, float):
            return float(self) * other
        return NotImplemented

    def __rmul__(self, other):
        if isinstance(other, int):
            return Fraction(self._numerator * other, self._denominator)
        if isinstance(other, float):
            return other * float(self)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, Fraction):
            return _divided(self._numerator, self._denominator, other._numerator, other._denominator)
        if isinstance(other, int):
            return _divided(self._numerator, self._denominator, int(other), 1)
        if isinstance(other, float):
            return float(self) / other
        return NotImplemented

    def __rtruediv__(self, other):
        if isinstance(other, int):
            return _divided(int(other), 1, self._numerator, self._denominator)
        if isinstance(other, float):
            return other / float(self)
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, Fraction):
            return (self._numerator * other._denominator) // (self._denominator * other._numerator)
        if isinstance(other, int):
            return self._numerator // (self._denominator * other)
        if isinstance(other, float):
            return float(self) // other
        return NotImplemented

    def __rfloordiv__(self, other):
        if isinstance(other, int):
            return (other * self._denominator) // self._numerator
        if isinstance(other, float):
            return other // float(self)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, Fraction):
            return Fraction((self._numerator * other._denominator) % (other._numerator * self._denominator),
                            self._denominator * other._denominator)
        if isinstance(other, int):
            return Fraction(self._numerator % (other * self._denominator), self._denominator)
        if isinstance(other, float):
            return float(self) % other
        return NotImplemented

    def __rmod__(self, other):
        if isinstance(other, int):
            return Fraction((other * self._denominator) % self._numerator, self._denominator)
        if isinstance(other, float):
            return other % float(self)
        return NotImplemented

    def __divmod__(self, other):
        return (self // other, self % other)

    def __pow__(self, other):
        if isinstance(other, int):
            if other >= 0:
                return Fraction(_power(self._numerator, other), _power(self._denominator, other))
            if self._numerator == 0:
                raise ZeroDivisionError("Fraction(" + str(_power(self._denominator, -other)) + ", 0)")
            return Fraction(_power(self._denominator, -other), _power(self._numerator, -other))
        if isinstance(other, float):
            return float(self) ** other
        if isinstance(other, Fraction):
            _k.refuse("a fraction to the power of a fraction")
        return NotImplemented

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __pos__(self):
        return Fraction(self)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _nearest(self._numerator, self._denominator)
        if ndigits > 0:
            shift = _power(10, ndigits)
            return Fraction(_nearest(self._numerator * shift, self._denominator), shift)
        shift = _power(10, -ndigits)
        return Fraction(_nearest(self._numerator, self._denominator * shift) * shift)

    def __float__(self):
        return self._numerator / self._denominator

    def __bool__(self):
        return self._numerator != 0

    def __hash__(self):
        # Equal to that of equal ints and floats: modulo 2**61 - 1.
        inverse = pow(self._denominator, 2305843009213693949, 2305843009213693951)
        if inverse == 0:
            h = 314159
        else:
            h = abs(self._numerator) * inverse % 2305843009213693951
        if self._numerator < 0:
            h = -h
        return -2 if h == -1 else h

    def __eq__(self, other):
        if isinstance(other, Fraction):
            return self._numerator == other._numerator and self._denominator == other._denominator
        if isinstance(other, int):
            return self._numerator == other and self._denominator == 1
        if isinstance(other, float):
            if other != other or other in (math.inf, -math.inf):
                return False
            return self == Fraction(other)
        return NotImplemented

    def _below(self, other):
        # (self * k, other * k) as ints, or as floats where `other` is none of the numbers.
        n, d = _ratio(other)
        return (self._numerator * d, n * self._denominator)

    def __lt__(self, other):
        if isinstance(other, float):
            if other != other or other in (math.inf, -math.inf):
                return 0.0 < other
        if isinstance(other, Fraction) or isinstance(other, int) or isinstance(other, float):
            a, b = self._below(other)
            return a < b
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, float):
            if other != other or other in (math.inf, -math.inf):
                return 0.0 <= other
        if isinstance(other, Fraction) or isinstance(other, int) or isinstance(other, float):
            a, b = self._below(other)
            return a <= b
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, float):
            if other != other or other in (math.inf, -math.inf):
                return 0.0 > other
        if isinstance(other, Fraction) or isinstance(other, int) or isinstance(other, float):
            a, b = self._below(other)
            return a > b
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, float):
            if other != other or other in (math.inf, -math.inf):
                return 0.0 >= other
        if isinstance(other, Fraction) or isinstance(other, int) or isinstance(other, float):
            a, b = self._below(other)
            return a >= b
        return NotImplemented

    def _copy_same_(self):
        return self


def _ratio(x):
    if isinstance(x, Fraction):
        return (x._numerator, x._denominator)
    if isinstance(x, int):
        return (int(x), 1)
    if isinstance(x, float):
        return x.as_integer_ratio()
    if hasattr(x, "_exact_ratio_"):
        x._exact_ratio_()
    raise TypeError("both arguments should be Rational instances")


def _power(base, n):
    out = 1
    while n > 0:
        if n & 1:
            out = out * base
        base = base * base
        n = n >> 1
    return out


def _divided(a, b, c, d):
    if c == 0:
        # With what can be cancelled, as CPython's message has it.
        if a != 0:
            a = a // abs(a)
        raise ZeroDivisionError("Fraction(" + str(a * (d // math.gcd(d, b))) + ", 0)")
    return Fraction(a * d, b * c)


def _nearest(n, d):
    # n / d rounded, halves to the even side.
    whole = n // d
    twice = (n - whole * d) * 2
    if twice > d or (twice == d and whole & 1):
        return whole + 1
    return whole


def _digits(text):
    # The int that digits with single underscores between them stand for, or -1.
    if not text or text[0] == "_" or text[-1] == "_" or "__" in text:
        return -1
    plain = text.replace("_", "")
    if not plain.isdecimal():
        return -1
    return int(plain)


def _parsed(text):
    bad = "Invalid literal for Fraction: " + repr(text)
    s = text.strip()
    sign = 1
    if s[:1] == "-":
        sign = -1
        s = s[1:]
    elif s[:1] == "+":
        s = s[1:]
    if "/" in s:
        at = s.find("/")
        n = _digits(s[:at])
        d = _digits(s[at + 1:])
        if n < 0 or d < 0:
            raise ValueError(bad)
        if d == 0:
            raise ZeroDivisionError("Fraction(" + str(sign * n) + ", 0)")
        g = math.gcd(n, d)
        return (sign * n // g, d // g)
    exponent = 0
    at = max(s.find("e"), s.find("E"))
    if at >= 0:
        tail = s[at + 1:]
        power = _digits(tail[1:] if tail[:1] in ("+", "-") else tail)
        if power < 0:
            raise ValueError(bad)
        exponent = -power if tail[:1] == "-" else power
        s = s[:at]
    at = s.find(".")
    whole = s if at < 0 else s[:at]
    part = "" if at < 0 else s[at + 1:]
    n = 0
    if not whole and not part:
        raise ValueError(bad)
    if whole:
        n = _digits(whole)
        if n < 0:
            raise ValueError(bad)
    if part:
        low = _digits(part)
        if low < 0:
            raise ValueError(bad)
        places = len(part.replace("_", ""))
        n = n * _power(10, places) + low
        exponent -= places
    d = 1
    if exponent >= 0:
        n = n * _power(10, exponent)
    else:
        d = _power(10, -exponent)
    g = math.gcd(n, d)
    return (sign * n // g, d // g)
