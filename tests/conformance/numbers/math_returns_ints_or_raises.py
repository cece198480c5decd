# Math returns ints or raises.
import math
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(2.9), math.gcd(12, -18), math.isqrt(10**20), math.factorial(20), math.comb(5, 2), math.inf, math.fmod(-7, 3))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.floor(math.inf), lambda: math.exp(1000)):
    try: f()
    except (ValueError, OverflowError) as e: print(type(e).__name__, e)
