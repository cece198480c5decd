"""Evaluates the lines that number_driver.cpp reads, in CPython, in the same output format."""
import decimal
import math
import struct
import sys


def I(t): return int(t, 16)
def F(t): return struct.unpack(">d", bytes.fromhex(t))[0]
def S(t): return bytes.fromhex(t).decode("utf-8", "surrogateescape")
B = bytes.fromhex


def show(v):
    if isinstance(v, bool):
        return str(v)
    if isinstance(v, int):
        return f"{v:x}"
    if isinstance(v, float):
        return "nan" if v != v else struct.pack(">d", v).hex()
    if isinstance(v, bytes):
        return v.hex()
    if isinstance(v, tuple):
        return " ".join(show(x) for x in v)
    return str(v)


class D(int):
    """An int shown in decimal."""
    def __str__(self): return int.__repr__(self)


def dec(v): return str(int(v))


def sign(a, b): return dec((a > b) - (a < b))


def cmp_float(a, b): return "2" if b != b else sign(a, b)


def parse(t, base): return int(S(t), int(base)) if base != "10" else int(S(t))


OPS = {
    "int_add": lambda a, b: I(a) + I(b), "int_sub": lambda a, b: I(a) - I(b),
    "int_mul": lambda a, b: I(a) * I(b), "int_neg": lambda a: -I(a), "int_abs": lambda a: abs(I(a)),
    "int_invert": lambda a: ~I(a), "int_and": lambda a, b: I(a) & I(b),
    "int_or": lambda a, b: I(a) | I(b), "int_xor": lambda a, b: I(a) ^ I(b),
    "int_floordiv": lambda a, b: I(a) // I(b), "int_mod": lambda a, b: I(a) % I(b),
    "int_divmod": lambda a, b: divmod(I(a), I(b)), "int_truediv": lambda a, b: I(a) / I(b),
    "int_lshift": lambda a, b: I(a) << I(b), "int_rshift": lambda a, b: I(a) >> I(b),
    "int_pow": lambda a, b: I(a) ** I(b), "int_pow_mod": lambda a, b, c: pow(I(a), I(b), I(c)),
    "int_eq": lambda a, b: I(a) == I(b), "int_cmp": lambda a, b: sign(I(a), I(b)),
    "int_cmp_float": lambda a, b: cmp_float(I(a), F(b)),
    "int_to_f64": lambda a: float(I(a)), "int_from_f64": lambda a: int(F(a)),
    "int_hash": lambda a: dec(hash(I(a))), "int_gcd": lambda a, b: math.gcd(I(a), I(b)),
    "int_isqrt": lambda a: math.isqrt(I(a)), "int_round": lambda a, b: round(I(a), I(b)),
    "int_str": lambda a: str(I(a)), "int_hex": lambda a: hex(I(a)), "int_oct": lambda a: oct(I(a)),
    "int_bin": lambda a: bin(I(a)), "int_bit_length": lambda a: dec(I(a).bit_length()),
    "int_bit_count": lambda a: dec(I(a).bit_count()),
    "int_parse": parse, "int_parse_bytes": lambda t, base: int(B(t), int(base)),
    "int_to_bytes": lambda a, n, little, s: I(a).to_bytes(int(n), "little" if little == "1" else "big", signed=s == "1"),
    "int_from_bytes": lambda b, little, s: int.from_bytes(B(b), "little" if little == "1" else "big", signed=s == "1"),
    "int_set_max_str_digits": lambda n: sys.set_int_max_str_digits(int(n)),
    "hash_str": lambda t: dec(hash(S(t))), "hash_tuple": lambda *a: dec(hash(tuple(map(I, a)))),
    "hash_frozenset": lambda *a: dec(hash(frozenset(map(I, a)))),
}


def digits_fixed(a, n):
    d = decimal.Decimal(abs(F(a)))
    return normal(d.quantize(decimal.Decimal((0, (1,), -int(n))), decimal.ROUND_HALF_EVEN))


def digits_significant(a, n):
    d = decimal.Decimal(abs(F(a)))
    return normal(decimal.Context(prec=int(n), rounding=decimal.ROUND_HALF_EVEN).plus(d))


def normal(d):
    if not d:
        return "0"
    _, digits, e = d.as_tuple()
    text = "".join(map(str, digits)).lstrip("0")
    e += len(text) - len(text.rstrip("0"))
    return f"{text.rstrip('0')} {e}"


def needs_complex(a, b):
    try:
        return isinstance(F(a) ** F(b), complex)
    except ArithmeticError as e:  # "complex exponentiation"
        return "complex" in str(e)


OPS |= {
    "float_truediv": lambda a, b: F(a) / F(b), "float_floordiv": lambda a, b: F(a) // F(b),
    "float_mod": lambda a, b: F(a) % F(b), "float_divmod": lambda a, b: divmod(F(a), F(b)),
    "float_pow": lambda a, b: F(a) ** F(b), "float_pow_needs_complex": needs_complex,
    "float_repr": lambda a: repr(F(a)), "float_round_int": lambda a: round(F(a)),
    "float_round": lambda a, n: round(F(a), int(n)), "float_floor": lambda a: math.floor(F(a)),
    "float_ceil": lambda a: math.ceil(F(a)), "float_hash": lambda a: dec(hash(F(a))),
    "float_hex": lambda a: F(a).hex(), "float_fromhex": lambda t: float.fromhex(S(t)),
    "float_is_integer": lambda a: F(a).is_integer(), "int_pow_float": lambda a, b: I(a) ** I(b),
    "float_parse": lambda t: float(S(t)), "float_parse_bytes": lambda t: float(B(t)),
    "float_ratio": lambda a: F(a).as_integer_ratio(), "digits_fixed": digits_fixed,
    "digits_significant": digits_significant,
}

for name in ("sqrt exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf "
             "erfc gamma lgamma cbrt ulp").split():
    OPS["math_" + name] = lambda a, f=getattr(math, name): f(F(a))
for name in "pow atan2 hypot fmod remainder copysign nextafter".split():
    OPS["math_" + name] = lambda a, b, f=getattr(math, name): f(F(a), F(b))
for name in "log log2 log10".split():
    OPS[f"math_{name}_int"] = lambda a, f=getattr(math, name): f(I(a))
for name in "comb perm".split():
    OPS["math_" + name] = lambda a, b, f=getattr(math, name): f(I(a), I(b))
OPS |= {
    "math_factorial": lambda a: math.factorial(I(a)), "math_ldexp": lambda a, b: math.ldexp(F(a), I(b)),
    "math_frexp": lambda a: (lambda t: f"{show(t[0])} {t[1]}")(math.frexp(F(a))),
    "math_modf": lambda a: math.modf(F(a)), "math_fsum": lambda *a: math.fsum(map(F, filter(None, a))),
    "math_hypot_n": lambda *a: math.hypot(*map(F, a)),
}

def C(a, b): return complex(F(a), F(b))


def pair(c): return (c.real, c.imag)


OPS |= {
    "complex_add": lambda *a: pair(C(*a[:2]) + C(*a[2:])), "complex_sub": lambda *a: pair(C(*a[:2]) - C(*a[2:])),
    "complex_mul": lambda *a: pair(C(*a[:2]) * C(*a[2:])), "complex_truediv": lambda *a: pair(C(*a[:2]) / C(*a[2:])),
    "complex_pow": lambda *a: pair(C(*a[:2]) ** C(*a[2:])), "complex_neg": lambda *a: pair(-C(*a)),
    "complex_abs": lambda *a: abs(C(*a)), "complex_eq": lambda *a: C(*a[:2]) == C(*a[2:]),
    "complex_hash": lambda *a: dec(hash(C(*a))), "complex_repr": lambda *a: repr(C(*a)),
    "complex_parse": lambda t: pair(complex(S(t))),
}


def main():
    decimal.getcontext().prec = 3000
    out = []
    for line in sys.stdin:
        name, *args = line.rstrip("\n").split("\t")
        try:
            out.append(show(OPS[name](*args)))
        except (ArithmeticError, ValueError, MemoryError) as e:
            out.append(f"{type(e).__name__}: {', '.join(show(a) for a in e.args)}")
    sys.stdout.reconfigure(errors="surrogatepass")
    print("\n".join(out))


if __name__ == "__main__":
    main()
