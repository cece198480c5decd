"""Decimal numbers of chosen precision, by the General Decimal Arithmetic Specification.

The signals that are trapped are those of the default context; overflow and underflow are at its limits."""
from fractions import Fraction as _Fraction
import math as _math
from typing import NamedTuple as _NamedTuple

from _decimal_digits import _digits, _power, _shortened, _ten
from _decimal_format import formatted as _formatted
import _decimal_math

ROUND_CEILING = "ROUND_CEILING"
ROUND_DOWN = "ROUND_DOWN"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_UP = "ROUND_UP"
ROUND_05UP = "ROUND_05UP"
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

_FINITE = 0
_INFINITE = 1
_QUIET = 2
_SIGNALING = 3
_EMAX = 999999
_EMIN = -999999
_MODULUS = 2305843009213693951


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class _Signals:
    # Stands for the list of one class that such an exception is made with: lists in exceptions share the types of their items,
    # also with the lists of the program.
    def __init__(self, signal):
        self._signal = signal

    def __repr__(self):
        return f"[{self._signal!r}]"


# What an invalid operation was, in the texts of exceptions.
class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


_ROUNDINGS = ("ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN",
              "ROUND_05UP")


def _checked_rounding(rounding):
    if rounding not in _ROUNDINGS:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                        "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return rounding


class DecimalTuple(_NamedTuple):
    sign: int
    digits: tuple
    exponent: int


class Context:
    """The precision and the way of rounding of operations."""

    def __init__(self, prec=28, rounding="ROUND_HALF_EVEN"):
        self._prec = 28
        self._rounding = "ROUND_HALF_EVEN"
        self.prec = prec
        self.rounding = rounding

    @property
    def prec(self):
        return self._prec

    @prec.setter
    def prec(self, value):
        if value < 1 or value > MAX_PREC:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        self._prec = value

    @property
    def rounding(self):
        return self._rounding

    @rounding.setter
    def rounding(self, value):
        self._rounding = _checked_rounding(value)

    def copy(self):
        return Context(self._prec, self._rounding)

    def __repr__(self):
        _k.refuse("the text of a decimal context")

    @property
    def flags(self):
        _k.refuse("the flags of a decimal context")

    @property
    def traps(self):
        _k.refuse("the traps of a decimal context")


class _Current:
    def __init__(self):
        self.context = Context()


_current = _Current()


def getcontext():
    return _current.context


def setcontext(context):
    _current.context = context


class _Local:
    def __init__(self, context):
        self._new = context
        self._old = context

    def __enter__(self):
        self._old = _current.context
        _current.context = self._new
        return self._new

    def __exit__(self, kind, value, trace):
        _current.context = self._old


def localcontext(ctx=None, *, prec=None, rounding=None):
    """A manager that makes a copy of the context current for a block."""
    new = _current.context.copy() if ctx is None else ctx.copy()
    if prec is not None:
        new.prec = prec
    if rounding is not None:
        new.rounding = rounding
    return _Local(new)


def _made(sign, n, exp, kind=0):
    new = Decimal.__new__(Decimal)
    new._sign = sign
    new._int = n
    new._exp = exp
    new._kind = kind
    return new


def _finished(sign, n, exp):
    # The result of an operation, in the current context.
    c = _current.context
    prec = c._prec
    tiny = _EMIN - prec + 1
    if n == 0:
        return _made(sign, 0, min(max(exp, tiny), _EMAX))
    count = _digits(n)
    least = max(exp + count - prec, tiny)
    if exp < least:
        n = _shortened(sign, n, least - exp, c._rounding)
        exp = least
        count = _digits(n)
        if count > prec:
            n = n // 10
            exp += 1
            count -= 1
    if n != 0 and exp + count - 1 > _EMAX:
        raise Overflow(_Signals(Overflow))
    return _made(sign, n, exp)


def _invalid():
    raise InvalidOperation(_Signals(InvalidOperation))


def _nan_of(a, b):
    # The NaN that an operation on a and b, one of them a NaN, gives.
    if a._kind == 3 or b._kind == 3:
        _invalid()
    x = a if a._kind == 2 else b
    return _made(x._sign, x._int % _ten(_current.context._prec), 0, 2)


def _operand(x):
    return x if isinstance(x, Decimal) else _made(1 if x < 0 else 0, abs(int(x)), 0)


def _sum(a, b, flip):
    if a._kind or b._kind:
        if a._kind > 1 or b._kind > 1:
            return _nan_of(a, b)
        if a._kind and b._kind and a._sign != b._sign ^ flip:
            _invalid()
        return _made(a._sign, 0, 0, 1) if a._kind else _made(b._sign ^ flip, 0, 0, 1)
    s = b._sign ^ flip
    exp = min(a._exp, b._exp)
    x = a._int
    y = b._int
    ea = a._exp
    eb = b._exp
    if x == 0 or y == 0:
        if x == 0 and y == 0:
            negative = a._sign & s
            if a._sign != s and _current.context._rounding == "ROUND_FLOOR":
                negative = 1
            return _finished(negative, 0, exp)
        # Zeros count with no more digits than the precision shows.
        big, eo = (y, eb) if x == 0 else (x, ea)
        low = max(exp, eo - _current.context._prec - 1)
        low = min(low, eo)
        return _finished(s if x == 0 else a._sign, big * _ten(eo - low), low)
    # An operand far below the other's last digit matters by its sign only.
    prec = _current.context._prec
    if ea > eb:
        edge = ea + min(-1, _digits(x) - prec - 2)
        if _digits(y) + eb - 1 < edge:
            y = 1
            eb = edge
    elif eb > ea:
        edge = eb + min(-1, _digits(y) - prec - 2)
        if _digits(x) + ea - 1 < edge:
            x = 1
            ea = edge
    if ea > eb:
        x = x * _ten(ea - eb)
        ea = eb
    elif eb > ea:
        y = y * _ten(eb - ea)
    n = (-x if a._sign else x) + (-y if s else y)
    if n == 0:
        return _finished(1 if _current.context._rounding == "ROUND_FLOOR" else 0, 0, ea)
    return _finished(1 if n < 0 else 0, abs(n), ea)


def _product(a, b):
    s = a._sign ^ b._sign
    if a._kind or b._kind:
        if a._kind > 1 or b._kind > 1:
            return _nan_of(a, b)
        if (not a._kind and a._int == 0) or (not b._kind and b._int == 0):
            _invalid()
        return _made(s, 0, 0, 1)
    return _finished(s, a._int * b._int, a._exp + b._exp)


def _quotient(a, b):
    s = a._sign ^ b._sign
    if a._kind or b._kind:
        if a._kind > 1 or b._kind > 1:
            return _nan_of(a, b)
        if a._kind:
            if b._kind:
                _invalid()
            return _made(s, 0, 0, 1)
        return _made(s, 0, _EMIN - _current.context._prec + 1)
    if b._int == 0:
        if a._int == 0:
            raise InvalidOperation(_Signals(DivisionUndefined))
        raise DivisionByZero(_Signals(DivisionByZero))
    ideal = a._exp - b._exp
    if a._int == 0:
        return _finished(s, 0, ideal)
    shift = _digits(b._int) - _digits(a._int) + _current.context._prec + 1
    exp = ideal - shift
    if shift >= 0:
        x = a._int * _ten(shift)
        y = b._int
    else:
        x = a._int
        y = b._int * _ten(-shift)
    q = x // y
    if q * y != x:
        # A digit that is not zero stands for what is left, without making a tie.
        if q % 5 == 0:
            q += 1
    else:
        while exp < ideal and q % 10 == 0:
            q = q // 10
            exp += 1
    return _finished(s, q, exp)


def _divided(a, b, rest):
    # The whole quotient, or what is left.
    s = a._sign ^ b._sign
    if a._kind or b._kind:
        if a._kind > 1 or b._kind > 1:
            return _nan_of(a, b)
        if a._kind:
            if b._kind or rest:
                _invalid()
            return _made(s, 0, 0, 1)
        return _finished(a._sign, a._int, a._exp) if rest else _made(s, 0, 0)
    if b._int == 0:
        if a._int == 0:
            raise InvalidOperation(_Signals(DivisionUndefined))
        if rest:
            _invalid()
        raise DivisionByZero(_Signals(DivisionByZero))
    exp = min(a._exp, b._exp)
    if a._int == 0:
        return _finished(a._sign, 0, exp) if rest else _made(s, 0, 0)
    gap = _digits(a._int) + a._exp - _digits(b._int) - b._exp
    if gap > _current.context._prec:
        raise InvalidOperation(_Signals(DivisionImpossible))
    if gap < 0:
        return _finished(a._sign, a._int * _ten(a._exp - exp), exp) if rest else _made(s, 0, 0)
    y = b._int * _ten(b._exp - exp)
    x = a._int * _ten(a._exp - exp)
    q = x // y
    if _digits(q) > _current.context._prec:
        raise InvalidOperation(_Signals(DivisionImpossible))
    return _finished(a._sign, x - q * y, exp) if rest else _made(s, q, 0)


def _order(a, b):
    # -1, 0 or 1; neither is a NaN.
    if a._kind or b._kind:
        x = (-1 if a._sign else 1) if a._kind else 0
        y = (-1 if b._sign else 1) if b._kind else 0
        return (x > y) - (x < y)
    if a._int == 0 or b._int == 0 or a._sign != b._sign:
        x = 0 if a._int == 0 else (-1 if a._sign else 1)
        y = 0 if b._int == 0 else (-1 if b._sign else 1)
        return (x > y) - (x < y)
    x = a._int
    y = b._int
    high = _digits(x) + a._exp
    other = _digits(y) + b._exp
    if high != other:
        r = 1 if high > other else -1
    else:
        if a._exp > b._exp:
            x = x * _ten(a._exp - b._exp)
        elif b._exp > a._exp:
            y = y * _ten(b._exp - a._exp)
        r = (x > y) - (x < y)
    return -r if a._sign else r


def _both(a, b):
    # divmod
    if a._kind == 0 and b._kind == 0 and b._int == 0 and a._int != 0:
        raise InvalidOperation([InvalidOperation, DivisionByZero])
    return _divided(a, b, False), _divided(a, b, True)


def _extreme(a, b, wanted):
    if a._kind > 1 or b._kind > 1:
        if a._kind == 2 and b._kind < 2:
            return b._copied(b._sign)
        if b._kind == 2 and a._kind < 2:
            return a._copied(a._sign)
        return _nan_of(a, b)
    order = _order(a, b)
    if order == 0:
        # By the total order: -0 before 0, and of equal numbers the one with more digits before.
        if a._sign != b._sign:
            order = -1 if a._sign else 1
        else:
            order = (a._exp > b._exp) - (a._exp < b._exp)
            if a._sign:
                order = -order
    x = a if order * wanted >= 0 else b
    return _made(x._sign, 0, 0, 1) if x._kind else _finished(x._sign, x._int, x._exp)


def _finished_even(sign, n, exp):
    # What exp, ln and log10 give is rounded half even in every context.
    c = _current.context
    how = c._rounding
    c._rounding = "ROUND_HALF_EVEN"
    out = _finished(sign, n, exp)
    c._rounding = how
    return out


def _rounded_product(a, b, prec):
    # (coefficient, exponent) of a * b at a working precision, half even.
    n = a[0] * b[0]
    exp = a[1] + b[1]
    drop = _digits(n) - prec
    if drop > 0:
        n = _shortened(0, n, drop, "ROUND_HALF_EVEN")
        exp += drop
        if _digits(n) > prec:
            n = n // 10
            exp += 1
    return n, exp


def _raised(a, b):
    # a ** b
    if a._kind > 1 or b._kind > 1:
        return _nan_of(a, b)
    whole = b._kind == 0 and (b._exp >= 0 or b._int % _ten(-b._exp) == 0)
    n = 0
    if whole:
        if b._int and b.adjusted() > 18:
            whole = False
        else:
            n = b._whole("ROUND_DOWN")
    odd = whole and n & 1 == 1
    sign = a._sign if odd else 0
    if b._kind == 0 and b._int == 0:
        if a._kind == 0 and a._int == 0:
            _invalid()
        return _made(0, 1, 0)
    if a._sign and not whole and not (a._kind == 0 and a._int == 0):
        _invalid()
    if a._kind == 0 and a._int == 0:
        return _made(sign, 0, 0, 1) if b._sign else _made(sign, 0, 0)
    if a._kind:
        return _made(sign, 0, 0) if b._sign else _made(sign, 0, 0, 1)
    prec = _current.context._prec
    if b._kind:
        order = _order(_made(0, a._int, a._exp), _made(0, 1, 0))
        if order == 0:
            return _finished(0, _ten(prec - 1), 1 - prec)
        return _made(0, 0, 0, 1) if (order > 0) != (b._sign == 1) else _made(0, 0, 0)
    if whole:
        count = abs(n)
        work = prec + len(str(count)) + 2
        base = (a._int, a._exp)
        if n < 0:
            work += 1
            old = _current.context
            with localcontext(prec=work, rounding="ROUND_HALF_EVEN"):
                inverse = _quotient(_made(0, 1, 0), _made(0, a._int, a._exp))
            base = (inverse._int, inverse._exp)
        out = base
        bit = 1 << count.bit_length() - 1
        bit = bit >> 1
        while bit:
            out = _rounded_product(out, out, work)
            if count & bit:
                out = _rounded_product(out, base, work)
            if abs(out[1]) > 4 * _EMAX:
                break
            bit = bit >> 1
        return _finished(sign, out[0], out[1])
    if a._exp <= 0 and a._int == _ten(-a._exp):
        return _finished(0, _ten(prec - 1), 1 - prec)
    m, e = _decimal_math.power_digits(a._int, a._exp, b._sign, b._int, b._exp, prec)
    return _finished(0, m, e)


def _other(x):
    # The exact decimal of what is compared.
    if isinstance(x, float):
        return Decimal(x)
    return _operand(x)


def _unordered(a, b):
    if a._kind > 1 or b._kind > 1:
        _invalid()
    return False


class Decimal:
    """A sign, a coefficient and a power of ten; or an infinity, or not a number."""
    __full_name__ = "decimal.Decimal"

    def __init__(self, value="0"):
        self._sign = 0
        self._int = 0
        self._exp = 0
        self._kind = 0
        if isinstance(value, Decimal):
            self._sign = value._sign
            self._int = value._int
            self._exp = value._exp
            self._kind = value._kind
        elif isinstance(value, int):
            self._sign = 1 if value < 0 else 0
            self._int = abs(int(value))
        elif isinstance(value, str):
            self._parse(value)
        elif isinstance(value, float):
            self._sign = 1 if _math.copysign(1.0, value) < 0.0 else 0
            if value != value:
                self._kind = 2
            elif value in (_math.inf, -_math.inf):
                self._kind = 1
            else:
                n, d = abs(value).as_integer_ratio()
                k = d.bit_length() - 1
                self._int = n * _power(5, k)
                self._exp = -k
        elif isinstance(value, (tuple, list)):
            self._from_parts(value)
        else:
            _k.type_error("conversion from " + _k.type_name(value) + " to Decimal is not supported")

    def _from_parts(self, value):
        if len(value) != 3:
            raise ValueError("argument must be a sequence of length 3")
        sign, digits, exp = value
        if not isinstance(sign, int) or not 0 <= sign <= 1:
            raise ValueError("sign must be an integer with the value 0 or 1")
        if isinstance(exp, str):
            if exp == "F":
                self._kind = 1
            elif exp == "n":
                self._kind = 2
            elif exp == "N":
                self._kind = 3
            else:
                raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        elif isinstance(exp, int):
            self._exp = int(exp)
        else:
            raise ValueError("exponent must be an integer")
        self._sign = int(sign)
        if not isinstance(digits, (tuple, list)):
            raise ValueError("coefficient must be a tuple of digits")
        number = 0
        for digit in digits:
            if not isinstance(digit, int) or not 0 <= digit <= 9:
                raise ValueError("coefficient must be a tuple of digits")
            number = number * 10 + digit
        # The payload of what is not a number; an infinity has none.
        if self._kind != 1:
            self._int = number

    def _parse(self, value):
        text = value.strip().replace("_", "")
        if text[:1] == "-":
            self._sign = 1
            text = text[1:]
        elif text[:1] == "+":
            text = text[1:]
        low = text.lower()
        if low == "inf" or low == "infinity":
            self._kind = 1
            return
        if low[:3] == "nan" or low[:4] == "snan":
            self._kind = 2 if low[:3] == "nan" else 3
            text = text[self._kind + 1:]
            if text:
                if not text.isdecimal():
                    raise InvalidOperation(_Signals(ConversionSyntax))
                self._int = int(text)
            return
        exp = 0
        at = low.find("e")
        if at >= 0:
            tail = text[at + 1:]
            bare = tail[1:] if tail[:1] in ("+", "-") else tail
            if not bare.isdecimal():
                raise InvalidOperation(_Signals(ConversionSyntax))
            exp = -int(bare) if tail[:1] == "-" else int(bare)
            text = text[:at]
        at = text.find(".")
        if at >= 0:
            exp -= len(text) - at - 1
            text = text[:at] + text[at + 1:]
        if not text.isdecimal():
            raise InvalidOperation(_Signals(ConversionSyntax))
        self._int = int(text)
        self._exp = exp

    @classmethod
    def from_float(cls, f):
        return Decimal(f)

    def __str__(self):
        sign = "-" if self._sign else ""
        if self._kind == 1:
            return sign + "Infinity"
        if self._kind:
            return sign + ("NaN" if self._kind == 2 else "sNaN") + (str(self._int) if self._int else "")
        digits = str(self._int)
        exp = self._exp
        if exp == 0:
            return sign + digits
        left = exp + len(digits)
        if exp < 0 and left > -6:
            if left > 0:
                return sign + digits[:left] + "." + digits[left:]
            return sign + "0." + "0" * -left + digits
        left -= 1
        if len(digits) > 1:
            digits = digits[:1] + "." + digits[1:]
        return sign + digits + "E" + ("+" if left >= 0 else "") + str(left)

    def __repr__(self):
        return "Decimal('" + str(self) + "')"

    def __format__(self, spec):
        if spec == "":
            return str(self)
        return _formatted(self, spec, _current.context._rounding)

    def __add__(self, other):
        if isinstance(other, (Decimal, int)):
            return _sum(self, _operand(other), 0)
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, int):
            return _sum(_operand(other), self, 0)
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, (Decimal, int)):
            return _sum(self, _operand(other), 1)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, int):
            return _sum(_operand(other), self, 1)
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, (Decimal, int)):
            return _product(self, _operand(other))
        return NotImplemented

    def __rmul__(self, other):
        if isinstance(other, int):
            return _product(_operand(other), self)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, (Decimal, int)):
            return _quotient(self, _operand(other))
        return NotImplemented

    def __rtruediv__(self, other):
        if isinstance(other, int):
            return _quotient(_operand(other), self)
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, (Decimal, int)):
            return _divided(self, _operand(other), False)
        return NotImplemented

    def __rfloordiv__(self, other):
        if isinstance(other, int):
            return _divided(_operand(other), self, False)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, (Decimal, int)):
            return _divided(self, _operand(other), True)
        return NotImplemented

    def __rmod__(self, other):
        if isinstance(other, int):
            return _divided(_operand(other), self, True)
        return NotImplemented

    def sqrt(self):
        """The square root, rounded to the nearest."""
        if self._kind > 1:
            return _nan_of(self, self)
        if self._kind == 0 and self._int == 0:
            return _finished(self._sign, 0, self._exp >> 1)
        if self._sign:
            _invalid()
        if self._kind:
            return _made(0, 0, 0, 1)
        ideal = self._exp >> 1
        n = self._int * 10 if self._exp & 1 else self._int
        shift = _current.context._prec + 1 - (_digits(n) + 1 >> 1)
        exact = True
        if shift >= 0:
            n = n * _power(100, shift)
        else:
            p = _power(100, -shift)
            q = n // p
            exact = q * p == n
            n = q
        root = _math.isqrt(n)
        exact = exact and root * root == n
        exp = ideal - shift
        if exact:
            while exp < ideal and root % 10 == 0:
                root = root // 10
                exp += 1
        elif root % 5 == 0:
            root += 1
        with localcontext(rounding="ROUND_HALF_EVEN"):
            return _finished(0, root, exp)

    def __divmod__(self, other):
        if isinstance(other, (Decimal, int)):
            return _both(self, _operand(other))
        return NotImplemented

    def __rdivmod__(self, other):
        if isinstance(other, int):
            return _both(_operand(other), self)
        return NotImplemented

    def __pow__(self, other, modulo=None):
        if modulo is not None:
            _k.refuse("a power of decimals with a modulus")
        if isinstance(other, (Decimal, int)):
            return _raised(self, _operand(other))
        return NotImplemented

    def __rpow__(self, other):
        if isinstance(other, int):
            return _raised(_operand(other), self)
        return NotImplemented

    def exp(self):
        """e to the power of self, correctly rounded."""
        if self._kind > 1:
            return _nan_of(self, self)
        if self._kind:
            return _made(0, 0, 0) if self._sign else _made(0, 0, 0, 1)
        if self._int == 0:
            return _made(0, 1, 0)
        prec = _current.context._prec
        if self.adjusted() > 7:
            if self._sign:
                return _finished_even(0, 1, _EMIN - prec - 10)
            raise Overflow(_Signals(Overflow))
        n, exp = _decimal_math.exp_digits(self._sign, self._int, self._exp, prec)
        return _finished_even(0, n, exp)

    def ln(self):
        """The natural logarithm, correctly rounded."""
        if self._kind > 1:
            return _nan_of(self, self)
        if self._kind == 0 and self._int == 0:
            return _made(1, 0, 0, 1)
        if self._sign:
            _invalid()
        if self._kind:
            return _made(0, 0, 0, 1)
        if self._exp <= 0 and self._int == _ten(-self._exp):
            return _made(0, 0, 0)
        sign, n, exp = _decimal_math.ln_digits(self._int, self._exp, _current.context._prec)
        return _finished_even(sign, n, exp)

    def log10(self):
        """The logarithm to base ten, correctly rounded."""
        if self._kind > 1:
            return _nan_of(self, self)
        if self._kind == 0 and self._int == 0:
            return _made(1, 0, 0, 1)
        if self._sign:
            _invalid()
        if self._kind:
            return _made(0, 0, 0, 1)
        top = self.adjusted()
        if self._int == _ten(top - self._exp):
            return _finished_even(1 if top < 0 else 0, abs(top), 0)
        sign, n, exp = _decimal_math.log10_digits(self._int, self._exp, _current.context._prec)
        return _finished_even(sign, n, exp)

    def fma(self, other, third):
        """self * other + third, rounded once."""
        o = _operand(other)
        t = _operand(third)
        if self._kind or o._kind or t._kind:
            return _sum(_product(self, o), t, 0)
        return _sum(_made(self._sign ^ o._sign, self._int * o._int, self._exp + o._exp), t, 0)

    def normalize(self):
        """Without zeros at the end."""
        if self._kind:
            return self._copied(self._sign)
        x = _finished(self._sign, self._int, self._exp)
        n = x._int
        exp = x._exp
        if n == 0:
            return _made(x._sign, 0, 0)
        while n % 10 == 0 and exp < _EMAX:
            n = n // 10
            exp += 1
        return _made(x._sign, n, exp)

    def to_integral_value(self, rounding=None):
        """The nearest whole number."""
        if self._kind > 1:
            return _nan_of(self, self)
        if self._kind or self._exp >= 0:
            return _made(self._sign, self._int, self._exp, self._kind)
        how = _current.context._rounding if rounding is None else _checked_rounding(rounding)
        return _made(self._sign, _shortened(self._sign, self._int, -self._exp, how), 0)

    def to_integral(self, rounding=None):
        return self.to_integral_value(rounding)

    def to_integral_exact(self, rounding=None):
        return self.to_integral_value(rounding)

    def as_tuple(self):
        if self._kind == 1:
            return DecimalTuple(self._sign, (0,), "F")
        digits = () if self._kind > 1 and self._int == 0 else tuple([int(d) for d in str(self._int)])
        return DecimalTuple(self._sign, digits, self._exp if self._kind == 0 else ("n" if self._kind == 2 else "N"))

    def as_integer_ratio(self):
        if self._kind == 1:
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._kind:
            raise ValueError("cannot convert NaN to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * _ten(self._exp), 1
        d = _ten(-self._exp)
        g = _math.gcd(n, d)
        return n // g, d // g

    def compare(self, other):
        """-1, 0 or 1 as a decimal."""
        o = _operand(other)
        if self._kind > 1 or o._kind > 1:
            return _nan_of(self, o)
        order = _order(self, o)
        return _made(1 if order < 0 else 0, abs(order), 0)

    def max(self, other):
        return _extreme(self, _operand(other), 1)

    def min(self, other):
        return _extreme(self, _operand(other), -1)

    def same_quantum(self, other):
        o = _operand(other)
        if self._kind or o._kind:
            return (self._kind == 1 and o._kind == 1) or (self._kind > 1 and o._kind > 1)
        return self._exp == o._exp

    def scaleb(self, other):
        """Times ten to the power of other."""
        o = _operand(other)
        if self._kind > 1 or o._kind > 1:
            return _nan_of(self, o)
        if o._kind or o._exp != 0:
            _invalid()
        if self._kind:
            return _made(self._sign, 0, 0, 1)
        return _finished(self._sign, self._int, self._exp + (-o._int if o._sign else o._int))

    def copy_sign(self, other):
        return _made(_operand(other)._sign, self._int, self._exp, self._kind)

    def canonical(self):
        return self

    def is_canonical(self):
        return True

    def is_normal(self):
        return self._kind == 0 and self._int != 0 and self.adjusted() >= _EMIN

    def is_subnormal(self):
        return self._kind == 0 and self._int != 0 and self.adjusted() < _EMIN

    def conjugate(self):
        return self

    def radix(self):
        return _made(0, 10, 0)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _made(0, 0, 0)

    def number_class(self):
        if self._kind:
            return ("-Infinity" if self._sign else "+Infinity") if self._kind == 1 else ("NaN" if self._kind == 2 else "sNaN")
        kind = "Zero" if self._int == 0 else ("Subnormal" if self.is_subnormal() else "Normal")
        return ("-" if self._sign else "+") + kind

    def _exact_ratio_(self):
        # For Fraction, which cannot import this module.
        _k.refuse("a fraction of a decimal")

    def __neg__(self):
        return self._copied(1 - self._sign)

    def __pos__(self):
        return self._copied(self._sign)

    def __abs__(self):
        return self._copied(0)

    def _copied(self, sign):
        if self._kind > 1:
            return _nan_of(self, self)
        if self._kind:
            return _made(sign, 0, 0, 1)
        if self._int == 0:
            sign = 1 if _current.context._rounding == "ROUND_FLOOR" and sign else 0
        return _finished(sign, self._int, self._exp)

    def quantize(self, exp, rounding=None):
        """self with the exponent of exp."""
        e = _operand(exp)
        if self._kind or e._kind:
            if self._kind > 1 or e._kind > 1:
                return _nan_of(self, e)
            if self._kind and e._kind:
                return _made(self._sign, 0, 0, 1)
            _invalid()
        how = _current.context._rounding if rounding is None else _checked_rounding(rounding)
        n = self._int
        if self._exp >= e._exp:
            if n and self._exp - e._exp > _current.context._prec:
                _invalid()
            n = n * _ten(self._exp - e._exp) if n else 0
        else:
            n = _shortened(self._sign, n, e._exp - self._exp, how)
        count = _digits(n)
        if count > _current.context._prec or e._exp > _EMAX or (n and count + e._exp - 1 > _EMAX):
            _invalid()
        if e._exp < _EMIN - _current.context._prec + 1:
            _invalid()
        return _made(self._sign, n, e._exp)

    def __eq__(self, other):
        if isinstance(other, (Decimal, int, float)):
            o = _other(other)
            if self._kind > 1 or o._kind > 1:
                if self._kind == 3 or o._kind == 3:
                    _invalid()
                return False
            return _order(self, o) == 0
        if isinstance(other, (_Fraction, complex)):
            _k.refuse("comparing a decimal with a fraction or a complex number")
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, (Decimal, int, float)):
            o = _other(other)
            return _unordered(self, o) if self._kind > 1 or o._kind > 1 else _order(self, o) < 0
        if isinstance(other, _Fraction):
            _k.refuse("comparing a decimal with a fraction")
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, (Decimal, int, float)):
            o = _other(other)
            return _unordered(self, o) if self._kind > 1 or o._kind > 1 else _order(self, o) <= 0
        if isinstance(other, _Fraction):
            _k.refuse("comparing a decimal with a fraction")
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, (Decimal, int, float)):
            o = _other(other)
            return _unordered(self, o) if self._kind > 1 or o._kind > 1 else _order(self, o) > 0
        if isinstance(other, _Fraction):
            _k.refuse("comparing a decimal with a fraction")
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, (Decimal, int, float)):
            o = _other(other)
            return _unordered(self, o) if self._kind > 1 or o._kind > 1 else _order(self, o) >= 0
        if isinstance(other, _Fraction):
            _k.refuse("comparing a decimal with a fraction")
        return NotImplemented

    def __hash__(self):
        if self._kind == 3:
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == 2:
            return hash(id(self))
        if self._kind:
            return -314159 if self._sign else 314159
        p = pow(10, self._exp, _MODULUS) if self._exp >= 0 else pow(2075258708292324556, -self._exp, _MODULUS)
        h = self._int * p % _MODULUS
        if self._sign:
            h = -h
        return -2 if h == -1 else h

    def __bool__(self):
        return self._kind != 0 or self._int != 0

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return self._whole("ROUND_DOWN")

    def __floor__(self):
        return self._whole("ROUND_FLOOR")

    def __ceil__(self):
        return self._whole("ROUND_CEILING")

    def __round__(self, ndigits=None):
        if ndigits is None:
            return self._whole("ROUND_HALF_EVEN")
        return self.quantize(_made(0, 1, -ndigits), "ROUND_HALF_EVEN")

    def _whole(self, how):
        if self._kind == 1:
            raise OverflowError("cannot convert Infinity to integer")
        if self._kind:
            raise ValueError("cannot convert NaN to integer")
        n = self._int * _ten(self._exp) if self._exp >= 0 else _shortened(self._sign, self._int, -self._exp, how)
        return -n if self._sign else n

    def __float__(self):
        if self._kind == 3:
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == 2:
            return -_math.nan if self._sign else _math.nan
        return float(str(self))

    def is_nan(self):
        return self._kind > 1

    def is_infinite(self):
        return self._kind == 1

    def is_finite(self):
        return self._kind == 0

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._kind == 0 and self._int == 0

    def is_qnan(self):
        return self._kind == 2

    def is_snan(self):
        return self._kind == 3

    def adjusted(self):
        return 0 if self._kind else self._exp + _digits(self._int) - 1

    def copy_abs(self):
        return _made(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return _made(1 - self._sign, self._int, self._exp, self._kind)

    def _copy_same_(self):
        return self
