"""Functions of complex numbers, after W. Kahan, "Branch cuts for complex elementary functions", in CPython's formulas."""
import math as _math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_LARGE = 1.7976931348623157e308 / 4.0  # beyond it, sums of squares overflow
_LARGE_ROOT = _math.sqrt(_LARGE)
_LARGE_LOG = _math.log(_LARGE)
_SMALL = 2.2250738585072014e-308
_SMALL_ROOT = _math.sqrt(_SMALL)
_LN2 = 0.6931471805599453
_LN10 = 2.302585092994046
_I = inf
_N = nan
_P1 = pi
_P12 = pi / 2
_P14 = pi / 4
_P34 = 3 * pi / 4

# What is not finite, a row for each kind of the real part, in it one for each of the imaginary part: -inf, negative, -0.0, 0.0, positive, inf, nan.
_ACOS = (
    (_P34, _I), (_P1, _I), (_P1, _I), (_P1, -_I), (_P1, -_I), (_P34, -_I), (_N, _I),
    (_P12, _I), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_P12, -_I), (_N, _N),
    (_P12, _I), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_P12, -_I), (_P12, _N),
    (_P12, _I), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_P12, -_I), (_P12, _N),
    (_P12, _I), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_P12, -_I), (_N, _N),
    (_P14, _I), (0.0, _I), (0.0, _I), (0.0, -_I), (0.0, -_I), (_P14, -_I), (_N, _I),
    (_N, _I), (_N, _N), (_N, _N), (_N, _N), (_N, _N), (_N, -_I), (_N, _N),
)
_ACOSH = (
    (_I, -_P34), (_I, -_P1), (_I, -_P1), (_I, _P1), (_I, _P1), (_I, _P34), (_I, _N),
    (_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _P12), (_N, _N),
    (_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _P12), (_N, _N),
    (_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _P12), (_N, _N),
    (_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _P12), (_N, _N),
    (_I, -_P14), (_I, -0.0), (_I, -0.0), (_I, 0.0), (_I, 0.0), (_I, _P14), (_I, _N),
    (_I, _N), (_N, _N), (_N, _N), (_N, _N), (_N, _N), (_I, _N), (_N, _N),
)
_ASINH = (
    (-_I, -_P14), (-_I, -0.0), (-_I, -0.0), (-_I, 0.0), (-_I, 0.0), (-_I, _P14), (-_I, _N),
    (-_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (-_I, _P12), (_N, _N),
    (-_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (-_I, _P12), (_N, _N),
    (_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _P12), (_N, _N),
    (_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _P12), (_N, _N),
    (_I, -_P14), (_I, -0.0), (_I, -0.0), (_I, 0.0), (_I, 0.0), (_I, _P14), (_I, _N),
    (_I, _N), (_N, _N), (_N, -0.0), (_N, 0.0), (_N, _N), (_I, _N), (_N, _N),
)
_ATANH = (
    (-0.0, -_P12), (-0.0, -_P12), (-0.0, -_P12), (-0.0, _P12), (-0.0, _P12), (-0.0, _P12), (-0.0, _N),
    (-0.0, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (-0.0, _P12), (_N, _N),
    (-0.0, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (-0.0, _P12), (-0.0, _N),
    (0.0, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, _P12), (0.0, _N),
    (0.0, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, _P12), (_N, _N),
    (0.0, -_P12), (0.0, -_P12), (0.0, -_P12), (0.0, _P12), (0.0, _P12), (0.0, _P12), (0.0, _N),
    (0.0, -_P12), (_N, _N), (_N, _N), (_N, _N), (_N, _N), (0.0, _P12), (_N, _N),
)
_COSH = (
    (0.0, 0.0), (_I, _I), (_I, 0.0), (_I, -0.0), (_I, -_I), (0.0, 0.0), (_I, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, 0.0),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, 0.0),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (_I, -_I), (_I, -0.0), (_I, 0.0), (_I, _I), (0.0, 0.0), (_I, _N),
    (_N, _N), (_N, _N), (_N, 0.0), (_N, 0.0), (_N, _N), (_N, _N), (_N, _N),
)
_EXP = (
    (0.0, 0.0), (0.0, -0.0), (0.0, -0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (_I, -_I), (_I, -0.0), (_I, 0.0), (_I, _I), (0.0, 0.0), (_I, _N),
    (_N, _N), (_N, _N), (_N, -0.0), (_N, 0.0), (_N, _N), (_N, _N), (_N, _N),
)
_LOG = (
    (_I, -_P34), (_I, -_P1), (_I, -_P1), (_I, _P1), (_I, _P1), (_I, _P34), (_I, _N),
    (_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _P12), (_N, _N),
    (_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _P12), (_N, _N),
    (_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _P12), (_N, _N),
    (_I, -_P12), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _P12), (_N, _N),
    (_I, -_P14), (_I, -0.0), (_I, -0.0), (_I, 0.0), (_I, 0.0), (_I, _P14), (_I, _N),
    (_I, _N), (_N, _N), (_N, _N), (_N, _N), (_N, _N), (_I, _N), (_N, _N),
)
_SINH = (
    (0.0, 0.0), (-_I, -_I), (-_I, -0.0), (-_I, 0.0), (-_I, _I), (0.0, 0.0), (_I, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (_I, -_I), (_I, -0.0), (_I, 0.0), (_I, _I), (0.0, 0.0), (_I, _N),
    (_N, _N), (_N, _N), (_N, -0.0), (_N, 0.0), (_N, _N), (_N, _N), (_N, _N),
)
_SQRT = (
    (_I, -_I), (0.0, -_I), (0.0, -_I), (0.0, _I), (0.0, _I), (_I, _I), (_N, _I),
    (_I, -_I), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _I), (_N, _N),
    (_I, -_I), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _I), (_N, _N),
    (_I, -_I), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _I), (_N, _N),
    (_I, -_I), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_I, _I), (_N, _N),
    (_I, -_I), (_I, -0.0), (_I, -0.0), (_I, 0.0), (_I, 0.0), (_I, _I), (_I, _N),
    (_I, -_I), (_N, _N), (_N, _N), (_N, _N), (_N, _N), (_I, _I), (_N, _N),
)
_TANH = (
    (-1.0, 0.0), (-1.0, -0.0), (-1.0, -0.0), (-1.0, 0.0), (-1.0, 0.0), (-1.0, 0.0), (-1.0, 0.0),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (_N, _N),
    (1.0, 0.0), (1.0, -0.0), (1.0, -0.0), (1.0, 0.0), (1.0, 0.0), (1.0, 0.0), (1.0, 0.0),
    (_N, _N), (_N, _N), (_N, -0.0), (_N, 0.0), (_N, _N), (_N, _N), (_N, _N),
)


def _number(z):
    if isinstance(z, complex):
        return z
    if not (hasattr(z, "__complex__") or hasattr(z, "__float__") or hasattr(z, "__index__")):
        raise TypeError("must be real number, not " + type(z).__name__)
    return complex(z)


def _kind(x):
    if x != x:
        return 6
    if x - x != 0:
        return 5 if x > 0 else 0
    if x != 0:
        return 4 if x > 0 else 1
    return 3 if _math.copysign(1.0, x) > 0 else 2


def _is_finite(z):
    return z.real - z.real == 0 and z.imag - z.imag == 0


def _special(table, z):
    real, imag = table[_kind(z.real) * 7 + _kind(z.imag)]
    return complex(real, imag)


def _checked(real, imag):
    # A finite argument had no finite result.
    if real - real != 0 and real == real or imag - imag != 0 and imag == imag:
        raise OverflowError("math range error")
    return complex(real, imag)


def _large(z):
    return abs(z.real) > _LARGE or abs(z.imag) > _LARGE


def _log_large(z):
    return _math.log(_math.hypot(z.real / 2.0, z.imag / 2.0)) + _LN2 * 2.0


def sqrt(z, /):
    z = _number(z)
    if not _is_finite(z):
        return _special(_SQRT, z)
    if z.real == 0 and z.imag == 0:
        return complex(0.0, z.imag)
    x = abs(z.real)
    y = abs(z.imag)
    if x < _SMALL and y < _SMALL:
        x = _math.ldexp(x, 53)
        s = _math.ldexp(_math.sqrt(x + _math.hypot(x, _math.ldexp(y, 53))), -27)
    else:
        x = x / 8.0
        s = 2.0 * _math.sqrt(x + _math.hypot(x, y / 8.0))
    d = y / (2.0 * s)
    if z.real >= 0:
        return complex(s, _math.copysign(d, z.imag))
    return complex(d, _math.copysign(s, z.imag))


def acos(z, /):
    z = _number(z)
    if not _is_finite(z):
        return _special(_ACOS, z)
    if _large(z):
        # The sign is not lost in rounding.
        size = _log_large(z)
        return complex(_math.atan2(abs(z.imag), z.real), -_math.copysign(size, z.imag) if z.real < 0 else _math.copysign(size, -z.imag))
    a = sqrt(complex(1.0 - z.real, -z.imag))
    b = sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _math.atan2(a.real, b.real), _math.asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    z = _number(z)
    if not _is_finite(z):
        return _special(_ACOSH, z)
    if _large(z):
        return complex(_log_large(z), _math.atan2(z.imag, z.real))
    a = sqrt(complex(z.real - 1.0, z.imag))
    b = sqrt(complex(z.real + 1.0, z.imag))
    return complex(_math.asinh(a.real * b.real + a.imag * b.imag), 2.0 * _math.atan2(a.imag, b.real))


def asinh(z, /):
    z = _number(z)
    if not _is_finite(z):
        return _special(_ASINH, z)
    if _large(z):
        size = _log_large(z)
        real = _math.copysign(size, z.real) if _math.copysign(1.0, z.imag) > 0 else -_math.copysign(size, -z.real)
        return complex(real, _math.atan2(z.imag, abs(z.real)))
    a = sqrt(complex(1.0 + z.imag, -z.real))
    b = sqrt(complex(1.0 - z.imag, z.real))
    return complex(_math.asinh(a.real * b.imag - b.real * a.imag), _math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def asin(z, /):
    z = _number(z)
    w = asinh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)


def atanh(z, /):
    z = _number(z)
    if not _is_finite(z):
        return _special(_ATANH, z)
    if z.real < 0 or (z.real == 0 and _math.copysign(1.0, z.real) < 0):
        w = atanh(-z)
        return -w
    y = abs(z.imag)
    if z.real > _LARGE_ROOT or y > _LARGE_ROOT:
        h = _math.hypot(z.real / 2.0, z.imag / 2.0)
        return complex(z.real / 4.0 / h / h, -_math.copysign(pi / 2.0, -z.imag))
    if z.real == 1.0 and y < _SMALL_ROOT:
        if y == 0:
            raise ValueError("math domain error")
        return complex(-_math.log(_math.sqrt(y) / _math.sqrt(_math.hypot(y, 2.0))), _math.copysign(_math.atan2(2.0, -y) / 2, z.imag))
    x = 1.0 - z.real
    return complex(_math.log1p(4.0 * z.real / (x * x + y * y)) / 4.0,
                   -_math.atan2(-2.0 * z.imag, x * (1.0 + z.real) - y * y) / 2.0)


def atan(z, /):
    z = _number(z)
    w = atanh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)


def _scaled(x):
    # Is the exponential of x too large, though not that of x - 1 times something below 1?
    return abs(x) > _LARGE_LOG


def _finite_real(z):
    return z.real - z.real == 0


def _infinite_angle(z):
    return z.imag == inf or z.imag == -inf


def cosh(z, /):
    z = _number(z)
    if not _is_finite(z):
        if _infinite_angle(z) and z.real == z.real:
            raise ValueError("math domain error")
        if z.real == z.real and not _finite_real(z) and z.imag == z.imag and z.imag != 0:
            return complex(_math.copysign(inf, _math.cos(z.imag)),
                           _math.copysign(inf, _math.sin(z.imag) if z.real > 0 else -_math.sin(z.imag)))
        return _special(_COSH, z)
    if _scaled(z.real):
        x = z.real - _math.copysign(1.0, z.real)
        return _checked(_times(_math.cos(z.imag), _cosh(x)), _times(_math.sin(z.imag), _sinh(x)))
    return _checked(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))


def _times(a, b):
    return a * b * e


def _cosh(x):
    return _math.cosh(x) if abs(x) < 710.4 else inf


def _sinh(x):
    return _math.sinh(x) if abs(x) < 710.4 else _math.copysign(inf, x)


def sinh(z, /):
    z = _number(z)
    if not _is_finite(z):
        if _infinite_angle(z) and z.real == z.real:
            raise ValueError("math domain error")
        if z.real == z.real and not _finite_real(z) and z.imag == z.imag and z.imag != 0:
            return complex(_math.copysign(inf, _math.cos(z.imag) if z.real > 0 else -_math.cos(z.imag)),
                           _math.copysign(inf, _math.sin(z.imag)))
        return _special(_SINH, z)
    if _scaled(z.real):
        x = z.real - _math.copysign(1.0, z.real)
        return _checked(_times(_math.cos(z.imag), _sinh(x)), _times(_math.sin(z.imag), _cosh(x)))
    return _checked(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))


def cos(z, /):
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    z = _number(z)
    w = sinh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)


def tanh(z, /):
    z = _number(z)
    if not _is_finite(z):
        if _infinite_angle(z) and _finite_real(z):
            raise ValueError("math domain error")
        if z.real == z.real and not _finite_real(z) and z.imag - z.imag == 0 and z.imag != 0:
            zero = _math.copysign(0.0, 2.0 * _math.sin(z.imag) * _math.cos(z.imag))
            return complex(1.0 if z.real > 0 else -1.0, zero)
        return _special(_TANH, z)
    if abs(z.real) > _LARGE_LOG:
        return complex(_math.copysign(1.0, z.real), 4.0 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2.0 * abs(z.real)))
    tx = _math.tanh(z.real)
    ty = _math.tan(z.imag)
    cx = 1.0 / _math.cosh(z.real)
    both = tx * ty
    d = 1.0 + both * both
    return complex(tx * (1.0 + ty * ty) / d, ((ty / d) * cx) * cx)


def tan(z, /):
    z = _number(z)
    w = tanh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)


def exp(z, /):
    z = _number(z)
    if not _is_finite(z):
        if _infinite_angle(z) and (_finite_real(z) or z.real > 0):
            raise ValueError("math domain error")
        if z.real == z.real and not _finite_real(z) and z.imag - z.imag == 0 and z.imag != 0:
            size = inf if z.real > 0 else 0.0
            return complex(_math.copysign(size, _math.cos(z.imag)), _math.copysign(size, _math.sin(z.imag)))
        return _special(_EXP, z)
    if z.real > _LARGE_LOG:
        size = _math.exp(z.real - 1.0) if z.real < 710.7 else inf
        return _checked(size * _math.cos(z.imag) * e, size * _math.sin(z.imag) * e)
    size = _math.exp(z.real)
    return _checked(size * _math.cos(z.imag), size * _math.sin(z.imag))


def _log(z):
    if not _is_finite(z):
        return _special(_LOG, z)
    x = abs(z.real)
    y = abs(z.imag)
    if x > _LARGE or y > _LARGE:
        real = _math.log(_math.hypot(x / 2.0, y / 2.0)) + _LN2
    elif x < _SMALL and y < _SMALL:
        if x == 0 and y == 0:
            raise ValueError("math domain error")
        real = _math.log(_math.hypot(_math.ldexp(x, 53), _math.ldexp(y, 53))) - 53 * _LN2
    else:
        h = _math.hypot(x, y)
        if 0.71 <= h <= 1.73:
            high = x if x > y else y
            low = y if x > y else x
            real = _math.log1p((high - 1) * (high + 1) + low * low) / 2.0
        else:
            real = _math.log(h)
    return complex(real, _math.atan2(z.imag, z.real))


def log(z, base=None, /):
    w = _log(_number(z))
    if base is None:
        return w
    return w / _log(_number(base))


def log10(z, /):
    w = _log(_number(z))
    return complex(w.real / _LN10, w.imag / _LN10)


def phase(z, /):
    z = _number(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    z = _number(z)
    return (abs(z), _math.atan2(z.imag, z.real))


def rect(r, phi, /):
    r = float(r)
    phi = float(phi)
    if r - r != 0 or phi - phi != 0:
        if (phi == inf or phi == -inf) and r != 0 and r == r:
            raise ValueError("math domain error")
        if r == r and r - r != 0 and phi - phi == 0 and phi != 0:
            if r > 0:
                return complex(_math.copysign(inf, _math.cos(phi)), _math.copysign(inf, _math.sin(phi)))
            return complex(-_math.copysign(inf, _math.cos(phi)), -_math.copysign(inf, _math.sin(phi)))
        if phi == 0:
            return complex(r, 0.0 if r != r else _math.copysign(0.0, phi if r > 0 else -phi))
        if r == 0:
            return complex(0.0, 0.0)
        return complex(inf if r == r and r - r != 0 else nan, nan)
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def isfinite(z, /):
    return _is_finite(_number(z))


def isnan(z, /):
    z = _number(z)
    return z.real != z.real or z.imag != z.imag


def isinf(z, /):
    z = _number(z)
    return z.real == inf or z.real == -inf or z.imag == inf or z.imag == -inf


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a = _number(a)
    b = _number(b)
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    gap = abs(a - b)
    return gap <= rel_tol * abs(b) or gap <= rel_tol * abs(a) or gap <= abs_tol
