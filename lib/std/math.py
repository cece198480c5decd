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


def atan2(x, y):
    return _math_atan2(x, y)


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
    return _math_log(x) / _math_log(base)


def floor(x):
    return x.__floor__()


def ceil(x):
    return x.__ceil__()


def trunc(x):
    return x.__trunc__()


def isnan(x):
    return x != x


def isinf(x):
    return x == inf or x == -inf


def isfinite(x):
    return x == x and x != inf and x != -inf


def degrees(x):
    return x * (180.0 / pi)


def radians(x):
    return x * (pi / 180.0)


def prod(iterable, *, start=1):
    total = start
    for x in iterable:
        total = total * x
    return total


def isqrt(n):
    return _math_isqrt(n)


def factorial(x):
    return _math_factorial(x)


def comb(n, k):
    return _math_comb(n, k)


def perm(n, k=None):
    if k is None:
        return _math_factorial(n)
    return _math_perm(n, k)


def gcd(*integers):
    out = 0
    for n in integers:
        out = _math_gcd(out, n)
    return out


def lcm(*integers):
    out = 1
    for n in integers:
        if n == 0:
            return 0
        out = abs(out // _math_gcd(out, n) * n)
    return out


def hypot(x, y):
    return _math_hypot(x, y)


def ldexp(x, i):
    return _math_ldexp(x, i)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    gap = abs(b - a)
    return gap <= abs(rel_tol * b) or gap <= abs(rel_tol * a) or gap <= abs_tol
