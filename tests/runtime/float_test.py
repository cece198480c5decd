"""Floats against CPython."""
import math
import os
import random
import struct

HERE = os.path.dirname(os.path.abspath(__file__))
BLANK, END = ["", " ", "\n"], ["", " ", "x"]
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, math.inf, -math.inf, 5e-324, 2.2250738585072014e-308,
           2.225073858507201e-308, 1.7976931348623157e308, 1e22, 1e23, 1e16, 1e15, 9007199254740993.0, 1e-4, 1e-5, 123456789012345680.0]


def bits(d):
    return struct.pack(">d", d).hex()


def hs(s):
    return s.encode("utf-8", "surrogateescape").hex()


def floats(rng):
    kind = rng.randrange(8)
    if kind == 0:
        d = rng.choice(SPECIAL)
    elif kind < 3:
        d = struct.unpack(">d", rng.randbytes(8))[0]
        if d != d:
            d = 1.0
    elif kind == 3:
        d = rng.randrange(-10**rng.randrange(1, 18), 10**18) / 10**rng.randrange(0, 20)
    elif kind == 4:
        d = float(rng.randrange(-1000, 1000)) / rng.choice([1, 2, 4, 8, 10, 3])
    elif kind == 5:
        d = math.ldexp(1.0, rng.randrange(-1074, 1024)) * rng.choice([1, -1])
        if rng.random() < .5:
            d = math.nextafter(d, rng.choice([0, math.inf]))
    elif kind == 6:
        d = rng.random() * 10.0**rng.randrange(-20, 20)
    else:
        d = float(f"{rng.randrange(1, 10**rng.randrange(1, 18))}e{rng.randrange(-320, 300)}")
    return -d if rng.random() < .2 else d


def number_text(rng):
    kind = rng.randrange(7)
    d = floats(rng)
    if kind == 0:
        return repr(d)
    if kind == 1:
        return f"{rng.randrange(10**rng.choice([1, 5, 17, 19, 20, 25]))}e{rng.randrange(-345, 312)}"
    if kind == 2:  # midpoints between two doubles, exact or a little off
        d = abs(d)
        if d in (0, math.inf) or d > 1e308:
            d = 1.5
        from decimal import Decimal, getcontext
        getcontext().prec = 2000
        middle = (Decimal(d) + Decimal(math.nextafter(d, math.inf))) / 2
        text = f"{middle:f}" if rng.random() < .5 else f"{middle:e}"
        if rng.random() < .6 and "e" not in text.lower():
            text += ("" if "." in text else ".") + rng.choice(["0", "1", "000000000000001"])
        elif rng.random() < .3:
            mantissa, e, exponent = text.partition("e")
            text = mantissa[:-1] + str(max(0, int(mantissa[-1]) - 1)) + "9" * 30 + e + exponent if mantissa[-1].isdigit() else text
        return text
    if kind == 3:
        return f"{rng.randrange(10**9)}.{rng.randrange(10**9):09}"
    if kind == 4:
        return "0" * rng.randrange(30) + "." + "0" * rng.randrange(400) + str(rng.randrange(10**30)) + rng.choice(["", "e10", "E-5", "e+300"])
    if kind == 5:
        return str(rng.randrange(10**rng.randrange(300, 320)))
    return rng.choice(["1", "12", "1.5", ".5", "5.", "1e5", "1e400", "1e-400", "-0", "+0.0", "1E5", "inf", "nan",
                       "infinity", "iNf", "1.7976931348623158e308", "1.7976931348623159e308", "2.4703282292062327e-324",
                       "2.4703282292062328e-324", "9007199254740993", "9007199254740993.0000000000000000000000001"])


def cases(rng):
    for _ in range(6000):
        d = floats(rng)
        yield f"float_repr\t{bits(d)}"
    for _ in range(800):
        for op in ("float_round_int", "float_floor", "float_ceil", "float_hash", "float_hex", "float_is_integer", "float_ratio"):
            yield f"{op}\t{bits(floats(rng))}"
        for op in ("float_truediv", "float_floordiv", "float_mod", "float_divmod", "float_pow_needs_complex"):
            yield f"{op}\t{bits(floats(rng))}\t{bits(floats(rng))}"
            yield f"{op}\t{bits(rng.randrange(-50, 50) / 4)}\t{bits(rng.randrange(-50, 50) / 8)}"
        for _ in range(3):
            yield f"float_round\t{bits(floats(rng))}\t{rng.choice([0, 1, 2, 3, 5, 10, 15, 20, 22, 23, -1, -2, -5, -20, 100, 300, 323, 324, -308, -309, -400])}"
            yield f"float_round\t{bits(rng.randrange(-10**6, 10**6) / 1000 + .0005)}\t{rng.randrange(-3, 6)}"
        d = floats(rng)
        if abs(d) != math.inf:
            yield f"digits_fixed\t{bits(d)}\t{rng.choice([0, 1, 2, 6, 10, 15, 17, 19, 20, 25, 60, 350, 1080, 1100, -1, -3, -17, -200])}"
            yield f"digits_significant\t{bits(d)}\t{rng.choice([1, 2, 3, 6, 12, 15, 16, 17, 18, 19, 20, 25, 60, 350, 770])}"
        d = rng.randrange(-4000, 4000) / rng.choice([8, 16, 4, 1000, 10000])
        yield f"digits_fixed\t{bits(d)}\t{rng.randrange(0, 5)}"
        yield f"digits_significant\t{bits(d)}\t{rng.randrange(1, 7)}"
        d = float(f"9.99{'9' * rng.randrange(16)}e{rng.randrange(-10, 20)}")
        yield f"digits_significant\t{bits(d)}\t{rng.randrange(1, 18)}"
        yield f"digits_fixed\t{bits(d)}\t{rng.randrange(0, 18)}"
    for a in SPECIAL + [3.0, -3.0, 2.0]:
        for b in SPECIAL + [3.0, -3.0, 2.0, -2.0]:
            for op in ("float_truediv", "float_floordiv", "float_mod", "float_divmod", "float_pow_needs_complex"):
                yield f"{op}\t{bits(a)}\t{bits(b)}"
            if not (a < 0 and b != int(b) if abs(b) < 1e300 else False):
                yield f"float_pow\t{bits(a)}\t{bits(b)}"
    for _ in range(500):
        yield f"float_pow\t{bits(float(rng.randrange(-20, 20)))}\t{bits(float(rng.randrange(-12, 12)))}"
        yield f"int_pow_float\t{rng.randrange(-20, 20):x}\t{-rng.randrange(1, 12):x}"
    yield f"int_pow_float\t{10**400:x}\t-1"
    yield f"float_pow\t{bits(2.0)}\t{bits(10000.0)}"
    yield f"float_pow\t{bits(2.0)}\t{bits(-10000.0)}"
    blanks = ["", "", "", " ", "\t\n", "\u2003", "\u00a0", "\x1c"]
    for _ in range(9000):
        text = rng.choice(blanks) + rng.choice(["", "", "+", "-"]) + number_text(rng) + rng.choice(blanks)
        if rng.random() < .1:
            at = rng.randrange(len(text) + 1)
            text = text[:at] + rng.choice(["_", "__", "e", ".", "x", "\u0663", " ", "\0", "'", "-", "\udc80"]) + text[at:]
        yield f"float_parse\t{hs(text)}"
        if rng.random() < .05:
            yield f"float_parse_bytes\t{hs(text)}"
    for text in ("", " ", ".", "e5", "1e", "1e+", "+", "-.", "0x1", "1_0.0_1e1_0", "1_.0", "1._0", "_1", "1_", "1__0", "nan_", "in_f", "infx", "abc" * 100):
        yield f"float_parse\t{hs(text)}"
    for _ in range(2000):
        d = floats(rng)
        text = d.hex() if rng.random() < .5 else f"{rng.choice(['', '0x', '0X', '-0x'])}{rng.getrandbits(rng.choice([4, 53, 54, 60, 64, 70, 130])):x}{rng.choice(['', '.', '.8', '.0001', '.ffffffffffffffff'])}{rng.choice(['', 'p0', 'p+5', 'P-1074', 'p-1080', 'p1000', 'p', 'p-', 'p99999999999'])}"
        yield f"float_fromhex\t{hs(rng.choice(BLANK) + text + rng.choice(END))}" if rng.random() < .3 else f"float_fromhex\t{hs(text)}"


def run(t):
    exe = t.driver("number_driver.cpp")
    with open(os.path.join(HERE, "number_oracle.py")) as f:
        oracle = f.read()
    for seed in (1, 2):
        lines = list(cases(random.Random(seed)))
        data = "\n".join(lines) + "\n"
        rc, out, err = t.run([exe], data, {"KRAIT_LEAKCHECK": "1"})
        t.equal((rc, err), (0, ""), "exit code and leaks")
        t.compare_lines(out.rstrip("\n"), t.oracle(oracle, data).rstrip("\n"), lines, f"seed {seed}")
