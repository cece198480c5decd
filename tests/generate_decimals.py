"""Writes a program of random operations on decimals: generate_decimals.py SEED COUNT. tests/conformance/library/decimal_functions.py is that of 5 60."""
import random, sys
random.seed(int(sys.argv[1]))
def num():
    k = random.random()
    if k < .05: return random.choice(["0", "-0", "1", "-1", "10", "0.1", "1E+5", "1E-5", "NaN", "Infinity", "-Infinity"])
    n = random.randint(1, 14)
    s = "".join(random.choice("0123456789") for _ in range(n))
    if random.random() < .7:
        p = random.randint(0, n); s = s[:p] + "." + s[p:]
        if s == ".": s = "0"
    if random.random() < .15: s += "E%+d" % random.randint(-12, 12)
    return ("-" if random.random() < .3 else "") + s
print("from decimal import Decimal, DecimalException, ROUND_UP, getcontext")
print("cases = [")
for _ in range(int(sys.argv[2])):
    print(f"    ({num()!r}, {num()!r}, {random.randint(-30, 30)}),")
print("]")
print('''
def show(what, f):
    try:
        print(what, f())
    except DecimalException as e:
        print(what, type(e).__name__, e)
    except (ValueError, OverflowError) as e:
        print(what, type(e).__name__, e)
for prec in (28, 6, 50):
    getcontext().prec = prec
    for x, y, n in cases:
        a, b = Decimal(x), Decimal(y)
        print(prec, x, y, n)
        show("exp", lambda: (a / 1000).exp())
        show("ln", lambda: a.ln())
        show("log10", lambda: a.log10())
        show("int power", lambda: a ** n)
        show("power", lambda: abs(a) ** (b / 10 ** 6 if abs(b) > 50 else b))
        show("divmod", lambda: divmod(a, b))
        show("normalize", lambda: a.normalize())
        show("integral", lambda: (a.to_integral_value(), a.to_integral_value(ROUND_UP)))
        show("tuple", lambda: a.as_tuple())
        show("ratio", lambda: a.as_integer_ratio())
        show("fma", lambda: a.fma(b, 3))
        show("compare", lambda: (a.compare(b), a.max(b), a.min(b), a.same_quantum(b), a.number_class(), a.copy_sign(b), a.is_normal()))
        show("scaleb", lambda: a.scaleb(n))
        show("sqrt", lambda: a.sqrt())
''')
