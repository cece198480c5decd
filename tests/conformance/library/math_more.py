# More of math, with errors.
import math
print(math.fsum([0.1] * 10), math.frexp(3.75), math.modf(-2.5), math.dist((1, 2), [4, 6.0]), math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot())
print(math.floor(2.5), math.ceil(-2.5), math.trunc(2.9), math.floor(5), math.gcd(12, 18, 27), math.lcm(4, 6), math.gcd(), math.lcm(0, 5), math.prod([1.5, 2]), math.prod([]), math.comb(10, 3), math.perm(5), math.perm(5, 2))
print(math.log(8, 2), math.log(10**400), math.isclose(0.1 + 0.2, 0.3), math.isqrt(10**20), math.factorial(25), math.isnan(math.nan), math.isinf(10), math.degrees(math.pi), math.radians(180))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.fsum([1e308, 1e308]), lambda: math.comb(-1, 2), lambda: math.isqrt(-1), lambda: math.acos(2), lambda: math.log(10, 1), lambda: math.fmod(1, 0), lambda: math.dist([1], [1, 2])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class H:
    def __float__(self): return 2.25
print(math.sqrt(H()), math.floor(H()), math.ldexp(1.5, 3), math.copysign(1, -0.0), math.nextafter(1, 2), math.ulp(1), math.remainder(5, 3), math.cbrt(8), math.exp2(3))
