# The four operations, powers, rounding of results, infinities and NaN.
import math
print(0.1 + 0.2, 0.1 * 3, 1 / 3, 2 / 3, 1e16 + 1, 1e16 + 2, 0.1 + 0.7, 1.1 * 1.1)
print(7 / 2, -7 / 2, 7 / -2, 6 / 3, 0 / 5, 1 / 1e-320, 1e308 * 10, -1e308 * 10)
print(2 ** 0.5, 2.0 ** 3, 4 ** -1, (-2.0) ** 2, 0.0 ** 0, 1e200 * 1e200, 10.0 ** 308)
inf = float('inf')
nan = inf - inf
print(inf + 1, inf * -1, inf / inf, nan, inf > 10 ** 400, -inf < 0, inf == inf, nan == nan, inf - 1e308)
print(math.isnan(nan), math.isinf(-inf), math.isfinite(1.0), math.copysign(1, -0.0))
print(1e308 + 1e308, 5e-324 / 2, -5e-324 / 2, 2.2250738585072014e-308)
for f in (lambda: 10.0 ** 400, lambda: math.exp(1000), lambda: int(inf), lambda: int(nan), lambda: round(inf)):
    try:
        print(f())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
total = 0.0
for i in range(10):
    total += 0.1
print(total, total == 1.0, math.fsum([0.1] * 10), abs(total - 1) < 1e-9)
print(3.7 // 1, -3.7 // 1, 3.7 % 1, -3.7 % 1, 5.5 % -2, -1e-20 % 3, 1e300 % 7)
