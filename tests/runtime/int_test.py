"""Ints against CPython."""
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))


def numbers(rng):
    """An int of a random size; many near powers of two and of the small limits."""
    kind = rng.randrange(10)
    if kind < 2:
        v = rng.randrange(-20, 21)
    elif kind < 5:
        v = rng.choice([2**61, 2**62, 2**63, 2**64, 2**31, 2**53, 2**128, 10**18, 10**19]) + rng.randrange(-3, 4)
    elif kind < 8:
        v = rng.getrandbits(rng.choice([8, 30, 53, 60, 62, 63, 64, 65, 100, 127, 128, 129, 192, 300]))
    elif kind == 8:
        v = (1 << rng.randrange(1, 700)) + rng.choice([-1, 0, 1])
    else:
        v = rng.getrandbits(rng.choice([1000, 3000, 8000]))
        if rng.random() < .3:  # long runs of ones and zeros
            v = int("".join(rng.choice("01") * rng.randrange(1, 90) for _ in range(40)), 2)
    return -v if rng.random() < .4 else v


def h(v):
    return f"{v:x}"


def hs(s):
    return s.encode("utf-8", "surrogateescape").hex()


def cases(rng):
    two = ["int_add", "int_sub", "int_mul", "int_and", "int_or", "int_xor", "int_floordiv", "int_mod",
           "int_divmod", "int_truediv", "int_eq", "int_cmp", "int_gcd"]
    one = ["int_neg", "int_abs", "int_invert", "int_to_f64", "int_hash", "int_isqrt", "int_str", "int_hex",
           "int_oct", "int_bin", "int_bit_length", "int_bit_count"]
    for _ in range(1500):
        for op in two:
            a, b = numbers(rng), numbers(rng)
            if rng.random() < .05:
                b = a + rng.randrange(-1, 2)
            yield f"{op}\t{h(a)}\t{h(b)}"
    for _ in range(800):
        for op in one:
            yield f"{op}\t{h(numbers(rng))}"
    for _ in range(1000):  # true division and conversion near halfway cases
        m = rng.getrandbits(54) | 1 << 53 | 1
        e = rng.randrange(0, 1100)
        v = (m << e) + rng.choice([-1, 0, 1]) * (rng.random() < .7)
        yield f"int_to_f64\t{h(v)}"
        d = rng.getrandbits(rng.randrange(1, 1300)) | 1
        yield f"int_truediv\t{h(v * d + rng.choice([0, 0, 1, -1]))}\t{h(d << rng.randrange(0, 1100))}"
        yield f"int_truediv\t{h(rng.getrandbits(60))}\t{h(1 << rng.randrange(1000, 1140))}"
    for _ in range(600):
        yield f"int_lshift\t{h(numbers(rng))}\t{h(rng.randrange(-1, 300))}"
        yield f"int_rshift\t{h(numbers(rng))}\t{h(rng.randrange(-1, 300))}"
        yield f"int_round\t{h(numbers(rng))}\t{h(-rng.randrange(-2, 40))}"
        unit = 10 ** rng.randrange(1, 25)
        yield f"int_round\t{h(rng.randrange(-99, 99) * unit // 2)}\t{h(-(len(str(unit)) - 1))}"
        yield f"int_pow\t{h(rng.choice([rng.randrange(-12, 13), numbers(rng) % 2**200]))}\t{h(rng.randrange(0, 40))}"
        yield f"int_pow\t{h(rng.randrange(-12, 13) * 2**rng.randrange(70))}\t{h(rng.randrange(0, 400))}"
        m = numbers(rng)
        yield f"int_pow_mod\t{h(numbers(rng))}\t{h(abs(numbers(rng)))}\t{h(m)}"
        yield f"int_pow_mod\t{h(numbers(rng))}\t{h(-rng.randrange(1, 9))}\t{h(m)}"
        n = rng.randrange(0, 20)
        v = numbers(rng) % 2**rng.randrange(1, 170) - rng.choice([0, 0, 2**rng.randrange(1, 130)])
        flags = f"{rng.randrange(2)}\t{rng.randrange(2)}"
        yield f"int_to_bytes\t{h(v)}\t{n}\t{flags}"
        yield f"int_to_bytes\t{h(rng.choice([1, -1]) * 256**n // 2 + rng.randrange(-1, 2))}\t{n}\t{flags}"
        yield f"int_from_bytes\t{rng.randbytes(rng.randrange(0, 40)).hex()}\t{flags}"
        k = numbers(rng) % 2**61
        yield f"int_isqrt\t{h(k * k + rng.choice([-1, 0, 1]))}"
    for base in (3, 5, 2**64 + 1, 10, 2**62, -2**62, 2**63 - 1):
        for n in (0, 1, 2, 3, 17, 63, 64, 65, 200):
            yield f"int_pow\t{h(base)}\t{h(n)}"
    # floats
    import struct
    for _ in range(1500):
        d = struct.unpack(">d", rng.randbytes(8))[0] if rng.random() < .5 else \
            float(rng.choice([numbers(rng) % 2**1000, rng.random() * 100])) + rng.choice([0, .5])
        bits = struct.pack(">d", d).hex()
        yield f"int_from_f64\t{bits}"
        a = numbers(rng)
        if d == d and abs(d) < 1e300 and rng.random() < .6:
            a = int(d) + rng.randrange(-1, 2)
        yield f"int_cmp_float\t{h(a)}\t{bits}"
    # text
    blanks = ["", " ", "\t\n", "\u2003", "\u00a0", "\x1c", " \x1f\u3000"]
    good = "0123456789"
    for _ in range(2500):
        base = rng.choice([10, 10, 10, 0, 2, 8, 16, 36, 7, 3, 1, 37, -1])
        alphabet = {10: good, 2: "01", 8: good[:8], 16: good + "abcDEF", 36: good + "xyzABo"}.get(base, good)
        body = "".join(rng.choice(alphabet) for _ in range(rng.choice([0, 1, 2, 5, 17, 18, 19, 20, 40, 90])))
        if rng.random() < .2:
            at = rng.randrange(len(body) + 1)
            body = body[:at] + rng.choice(["_", "__", "\u0663", "\uff15", "x", " ", "\0", "'", "\"", "\u00e9", "\udc80", "\U0001d7da"]) + body[at:]
        if rng.random() < .2:
            body = rng.choice(["0x", "0b", "0o", "0X", "0x_", "0B", "00", "0"]) + body
        text = rng.choice(blanks) + rng.choice(["", "", "+", "-", "+-"]) + body + rng.choice(blanks)
        yield f"int_parse\t{hs(text)}\t{base}"
        if rng.random() < .2:
            yield f"int_parse_bytes\t{hs(text)}\t{base}"
    yield f"int_parse\t{hs('x' * 300)}\t10"
    yield f"int_parse\t{hs(chr(0xe9) * 300)}\t10"
    for n in (639, 640, 641, 4299, 4300, 4301, 5000, 9000):
        for sign in "", "-":
            yield f"int_parse\t{hs(sign + '7' * n)}\t10"
            yield f"int_parse\t{hs(sign + '_'.join('7' * n))}\t7" if n else ""
            yield f"int_parse\t{hs(sign + '1' * n)}\t16"
            yield f"int_str\t{sign}{h(10**n - 1)}"
            yield f"int_str\t{sign}{h(10**n)}"
            yield f"int_str\t{sign}{h(10**(n - 1))}"
    yield "int_set_max_str_digits\t5"
    yield "int_set_max_str_digits\t640"
    yield f"int_str\t{h(10**640)}"
    yield "int_set_max_str_digits\t0"
    for n in list(range(1, 60)) + [100, 300, 450, 460, 470, 900, 1000, 2000, 5000, 20000, 50000]:
        v = rng.getrandbits(n * 64 // 19 + rng.randrange(5))
        yield f"int_str\t{h(v)}"
        yield f"int_str\t{h(10**n)}"
        yield f"int_str\t{h(10**n - 1)}"
        digits = "".join(rng.choice(good) for _ in range(n))
        yield f"int_parse\t{hs(digits)}\t10"
        yield f"int_parse\t{hs('0' * rng.randrange(30) + digits)}\t10"
        yield f"int_parse\t{hs('7' * n)}\t{rng.choice([9, 11, 36, 13])}"
        yield f"int_parse\t{hs('9' * n)}\t10"
    # long operands: every multiplication and division method and its limits
    for _ in range(250):
        a = rng.getrandbits(64 * rng.choice([20, 31, 32, 33, 47, 48, 49, 63, 64, 65, 95, 96, 97, 130, 200, 350, 600]) - rng.randrange(64))
        b = rng.getrandbits(64 * rng.choice([20, 31, 32, 33, 47, 48, 49, 63, 64, 65, 95, 96, 97, 130, 200, 350]) - rng.randrange(64))
        if rng.random() < .2:
            b = (1 << b.bit_length()) - 1 - (b >> rng.randrange(1, 64 * 20))
        if rng.random() < .2:
            a = (b << rng.randrange(0, 64 * 100)) - rng.randrange(2)
        yield f"int_mul\t{h(a)}\t{h(-b)}"
        yield f"int_mul\t{h(a)}\t{h(a)}"
        if b:
            yield f"int_divmod\t{h(a)}\t{h(b)}"
            yield f"int_divmod\t{h(a * b + rng.choice([-1, 0, 1, b - 1]))}\t{h(b)}"
            yield f"int_divmod\t{h(-a)}\t{h(b)}"
        yield f"int_gcd\t{h(a * 3**50)}\t{h(b * 3**40)}"
        yield f"int_isqrt\t{h(a)}"
    for n in (3000, 7000):
        a, b = rng.getrandbits(64 * n), rng.getrandbits(64 * (n // 2 + 11)) | 1
        yield f"int_mul\t{h(a)}\t{h(b)}"
        yield f"int_divmod\t{h(a)}\t{h(b)}"
        yield f"int_divmod\t{h(a)}\t{h(b >> 64 * 300)}"
        yield f"int_divmod\t{h(a)}\t{h(a >> 64 * 100)}"
        yield f"int_mul\t{h(a)}\t{h(a)}"
    # hashes
    for _ in range(400):
        n = rng.randrange(0, 40)
        text = "".join(chr(rng.choice([97, 200, 0x400, 0x1f600]) + rng.randrange(20)) for _ in range(n)) \
            if rng.random() < .5 else "".join(chr(rng.randrange(32, 127)) for _ in range(n))
        yield f"hash_str\t{hs(text)}"
        items = "\t".join(h(numbers(rng)) for _ in range(rng.randrange(1, 8)))
        yield f"hash_tuple\t{items}"
        yield f"hash_frozenset\t" + "\t".join(h(v) for v in {numbers(rng) for _ in range(rng.randrange(1, 8))})
    yield "hash_tuple"
    yield "hash_frozenset"


def run(t):
    exe = t.driver("number_driver.cpp")
    with open(os.path.join(HERE, "number_oracle.py")) as f:
        oracle = f.read()
    for seed in (1, 2):
        lines = [c for c in cases(random.Random(seed)) if c]
        data = "\n".join(lines) + "\n"
        rc, out, err = t.run([exe], data, {"KRAIT_LEAKCHECK": "1"})
        t.equal((rc, err), (0, ""), "exit code and leaks")
        t.compare_lines(out.rstrip("\n"), t.oracle(oracle, data).rstrip("\n"), lines, f"seed {seed}")
    data = "hash_str\t616263\nhash_str\t\n"
    for seed in ("abc", "4294967296", "1x", "-4294967295"):
        rc, _, err = t.run([exe], data, {"PYTHONHASHSEED": seed})
        r = t.run(["/usr/bin/python3", "-c", ""], None, {"PYTHONHASHSEED": seed})
        t.equal((rc, err), (r[0], r[2]), f"hash seed {seed}")
    a, b = (t.run([exe], data, {"PYTHONHASHSEED": "random"})[1] for _ in range(2))
    t.check(a != b, "random hash seed")
    for seed in ("0", "1", "12345", "4294967295", " 7", "+7", "-0"):
        out = t.run([exe], data, {"PYTHONHASHSEED": seed})[1]
        t.equal(out, t.oracle(oracle, data, {"PYTHONHASHSEED": seed}), f"hash seed {seed}")
