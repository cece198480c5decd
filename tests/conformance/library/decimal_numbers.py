from decimal import Decimal, getcontext, localcontext, ROUND_HALF_UP, InvalidOperation, DivisionByZero, Overflow
import math
vals = [Decimal(s) for s in ("0", "-0", "1", "-1.50", "3.14159", "1e-7", "1E+30", "123456789012345678901234567890.5", "-7e-40", "Infinity", "-inf", "nan12", "2.675")]
print(vals)
def attempt(f, a, b):
    try:
        return repr(f(a, b))
    except DivisionByZero as e:
        return "DBZ " + str(e)
    except InvalidOperation as e:
        return "IO " + str(e)
    except Overflow as e:
        return "OV " + str(e)
for mode in ("ROUND_HALF_EVEN", "ROUND_FLOOR", "ROUND_UP", "ROUND_05UP"):
    for prec in (28, 5, 1):
        with localcontext() as c:
            c.prec = prec
            c.rounding = mode
            for a in vals:
                for b in vals:
                    print(a, b, attempt(lambda x, y: x + y, a, b), attempt(lambda x, y: x - y, a, b), attempt(lambda x, y: x * y, a, b),
                          attempt(lambda x, y: x / y, a, b), attempt(lambda x, y: x < y, a, b), a == b, attempt(lambda x, y: x.quantize(y), a, b))
                print(attempt(lambda x, y: -x, a, a), attempt(lambda x, y: abs(x), a, a), attempt(lambda x, y: +x, a, a))
print(sum([Decimal("1.10"), Decimal("2.20")]), max(vals[:5]), sorted(vals[:9]), hash(Decimal("2.5")) == hash(2.5), Decimal(7) == 7, {Decimal(3): 1}[3])
print(f"{Decimal('2.675'):.2f}", round(Decimal("2.5")), round(Decimal("2.675"), 2), math.floor(Decimal("-1.5")), math.ceil(Decimal("1.2")), int(Decimal("-9.9")), float(Decimal("0.1")), Decimal(0.1), 3 - Decimal("0.5"), 1 / Decimal(3))
print(Decimal("19.995").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP), Decimal(" 1_000.5 "))
try:
    Decimal("abc")
except InvalidOperation as e:
    print(e, repr(e))
for a in vals:
    row = []
    for spec in (".2f", "e", "g", "f", ".3e", ".4g", "10.1f", "+,.2f", "015,.2f", "^20", "*<12.3g", "%", ".1%", " .0f", "G", "012"):
        row.append(format(a, spec))
    print(row, attempt(lambda x, y: x.sqrt(), a, a))
    for b in vals:
        print(a, b, attempt(lambda x, y: x // y, a, b), attempt(lambda x, y: x % y, a, b))
