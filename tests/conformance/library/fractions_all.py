# fractions.Fraction: arithmetic with ints and floats, parsing, rounding, errors.
from fractions import Fraction
import math
a = Fraction(3, 4)
b = Fraction(-5, 6)
print(a, b, repr(a), a + b, a - b, a * b, a / b, a // b, a % b, divmod(b, a), -a, +b, abs(b), a ** 3, b ** -2, a ** 0)
print(a + 1, 2 - a, 3 * b, 1 / a, 7 // b, 7 % a, a + 0.5, 1.5 * b, a / 2, a == 0.75, a == Fraction(6, 8), a < b, a <= 1, b > -1, a >= 0.5, a != 3)
print(Fraction("3/4"), Fraction("-0.125"), Fraction(" 1e-3 "), Fraction("2"), Fraction("1_000/3"), Fraction(0.1), Fraction(10, -4), Fraction(a), Fraction("+.5E2"))
print(float(a), int(b), math.floor(b), math.ceil(b), round(b), round(Fraction(5, 2)), round(Fraction(22, 7), 3), round(Fraction(12345), -2), math.trunc(b))
print(hash(a) == hash(0.75), hash(Fraction(5)) == hash(5), {Fraction(1, 2): "h"}[0.5], bool(Fraction(0)), a.numerator, b.denominator, a.as_integer_ratio())
print(Fraction(math.pi).limit_denominator(1000), Fraction("3.1415926535897932").limit_denominator(10), Fraction(a, b), sum([a, b, Fraction(1, 12)]), max(a, b))
for bad in ("1/0", "abc", "1/ 2", "", "1__0", "1.2.3", "e5"):
    try:
        print(Fraction(bad))
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
try:
    Fraction(1, 0)
except ZeroDivisionError as e:
    print(e)
try:
    a / 0
except ZeroDivisionError as e:
    print(e)
total = Fraction(0)
for k in range(1, 20):
    total += Fraction(1, k)
print(total, f"{float(total):.4f}", sorted([a, b, Fraction(1, 3)]), [str(x) for x in (a, b)])
