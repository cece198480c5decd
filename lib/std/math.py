"""Mathematical functions of real numbers."""

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float("inf")
nan = float("nan")


def sqrt(x):
    return _math_sqrt(x)


def exp(x):
    return _math_exp(x)


def exp2(x):
    return _math_exp2(x)


def expm1(x):
    return _math_expm1(x)


def log1p(x):
    return _math_log1p(x)


def sin(x):
    return _math_sin(x)


def cos(x):
    return _math_cos(x)


def tan(x):
    return _math_tan(x)


def asin(x):
    return _math_asin(x)


def acos(x):
    return _math_acos(x)


def atan(x):
    return _math_atan(x)


def sinh(x):
    return _math_sinh(x)


def cosh(x):
    return _math_cosh(x)


def tanh(x):
    return _math_tanh(x)


def asinh(x):
    return _math_asinh(x)


def acosh(x):
    return _math_acosh(x)


def atanh(x):
    return _math_atanh(x)


def erf(x):
    return _math_erf(x)


def erfc(x):
    return _math_erfc(x)


def gamma(x):
    return _math_gamma(x)


def lgamma(x):
    return _math_lgamma(x)


def cbrt(x):
    return _math_cbrt(x)


def fabs(x):
    return _math_fabs(x)


def ulp(x):
    return _math_ulp(x)


def pow(x, y):
    return _math_pow(x, y)


def atan2(y, x):
    return _math_atan2(y, x)


def fmod(x, y):
    return _math_fmod(x, y)


def remainder(x, y):
    return _math_remainder(x, y)


def copysign(x, y):
    return _math_copysign(x, y)


def nextafter(x, y):
    return _math_nextafter(x, y)


def log2(x):
    return _math_log2(x)


def log10(x):
    return _math_log10(x)


def log(x, base=None):
    if base is None:
        return _math_log(x)
    bottom = _math_log(base)
    top = _math_log(x)
    if bottom == 0.0:
        raise ZeroDivisionError("float division by zero")
    return top / bottom


def floor(x):
    if isinstance(x, int) or isinstance(x, float):
        return x.__floor__()
    if _k.has_method(x, "__floor__"):
        return x.__floor__()
    return _real(x).__floor__()


def ceil(x):
    if isinstance(x, int) or isinstance(x, float):
        return x.__ceil__()
    if _k.has_method(x, "__ceil__"):
        return x.__ceil__()
    return _real(x).__ceil__()


def trunc(x):
    if _k.has_method(x, "__trunc__"):
        return x.__trunc__()
    raise TypeError("type " + type(x).__name__ + " doesn't define __trunc__ method")


def isnan(x):
    v = _real(x)
    return v != v


def isinf(x):
    v = _real(x)
    return v == inf or v == -inf


def isfinite(x):
    v = _real(x)
    return v == v and v != inf and v != -inf


def degrees(x):
    return _real(x) * (180.0 / pi)


def radians(x):
    return _real(x) * (pi / 180.0)


def prod(iterable, *, start=1):
    it = iter(iterable)
    for x in _k.rest(it):
        total = start * x
        for y in _k.rest(it):
            total = total * y
        return total
    return start


def fsum(seq):
    return _math_fsum(seq)


def frexp(x):
    return _math_frexp(x)


def modf(x):
    return _math_modf(x)


def isqrt(n):
    return _math_isqrt(_as_index(n))


def factorial(x):
    return _math_factorial(_as_index(x))


def comb(n, k):
    return _math_comb(_as_index(n), _as_index(k))


def perm(n, k=None):
    if k is None:
        return _math_factorial(_as_index(n))
    return _math_perm(_as_index(n), _as_index(k))


def gcd(*integers):
    out = 0
    for n in integers:
        out = _math_gcd(out, _as_index(n))
    return out


def lcm(*integers):
    out = 1
    for n in integers:
        m = _as_index(n)
        if m == 0:
            out = 0
        elif out != 0:
            out = abs(out // _math_gcd(out, m) * m)
    return out


def hypot(*coordinates):
    return _math_norm(coordinates)


def dist(p, q):
    return _math_dist(p, q)


def ldexp(x, i):
    return _math_ldexp(x, i)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    x = _real(a)
    y = _real(b)
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if x == y:
        return True
    if isinf(x) or isinf(y):
        return False
    gap = abs(y - x)
    return gap <= abs(rel_tol * y) or gap <= abs(rel_tol * x) or gap <= abs_tol
