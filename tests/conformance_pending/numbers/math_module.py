# The usual functions of math.
import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.sqrt(0), math.sqrt(10 ** 20), math.cbrt(27.0), math.isqrt(17), math.hypot(3, 4))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.floor(5))
print(math.factorial(0), math.factorial(10), math.factorial(30), math.gcd(24, 36), math.lcm(4, 6), math.gcd(), math.comb(10, 3), math.perm(5, 2))
print(math.exp(0), math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10))
print(math.sin(0), math.cos(0), math.radians(180), math.degrees(math.pi), math.pow(2, 10), math.fabs(-3))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.modf(2.75), math.frexp(8.0), math.ldexp(0.5, 4))
print(math.prod([1, 2, 3, 4]), math.prod([], start=5), math.fmod(-7, 3), math.copysign(3, -1), math.dist((0, 0), (3, 4)))
print(math.log(10 ** 400), math.sqrt(2) ** 2 == 2, math.floor(1e300) == int(1e300))
for f in (lambda: math.sqrt(-1), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.isqrt(-1), lambda: math.floor(math.nan), lambda: math.acos(2), lambda: math.comb(-1, 2)):
    try:
        print(f())
    except ValueError as e:
        print(e)
