"""str, bytes, codecs and formatting against the Python that runs this: tens of thousands of calls in a few batches.

With KRAIT_TEXT_DRIVER=/path/to/program that program is used instead of one linked against the archive (a build
with sanitizers, for example); build_hosted() makes it.
"""
import os
import random
import struct
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.set_int_max_str_digits(4300)


# ---- values as text_driver.cpp reads and writes them ----
def enc(v):
    if isinstance(v, bool):
        return "t" if v else "f"
    if isinstance(v, I64):
        return f"i{int(v)}"
    if isinstance(v, int):
        return f"n{hex_free(v)}"
    if isinstance(v, float):
        return "d%x" % struct.unpack("<Q", struct.pack("<d", v))[0]
    if isinstance(v, str):
        return "s" + ",".join("%x" % ord(c) for c in v)
    if isinstance(v, (bytes, bytearray)):
        return "b" + v.hex()
    if isinstance(v, list):
        return "[" + ";".join(enc(x) for x in v)
    raise TypeError(type(v))


def hex_free(v):
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    text = str(v)
    sys.set_int_max_str_digits(limit)
    return text


class I64(int):
    pass


def out(v):
    """The driver's line for a result: ints are i64 there."""
    if isinstance(v, Raised):
        return v.text
    if isinstance(v, int) and not isinstance(v, bool):
        return f"i{v}"
    return enc(v)


class Raised:
    def __init__(self, e):
        args = e.args
        self.text = f"E{type(e).__name__}:" + (enc(args[0]) if args else "")


def attempt(f, *args):
    try:
        return f(*args)
    except (ValueError, OverflowError, MemoryError, TypeError) as e:
        return Raised(e)


class Batch:
    def __init__(self):
        self.lines, self.expected = [], []

    def add(self, name, args, expected):
        """args: strs, bytes, bools, floats; ints are i64, Big(v) is a Python int."""
        texts = [a.text if isinstance(a, Big) else enc(I64(a) if type(a) is int else a) for a in args]
        self.lines.append("\t".join([name, *texts]))
        self.expected.append(expected if isinstance(expected, Line) else out(expected))

    def run(self, t, exe, what):
        # Several runs, so that the driver's array of input stays small.
        for start in range(0, len(self.lines), 20000):
            lines, expected = self.lines[start:start + 20000], self.expected[start:start + 20000]
            rc, got, err = t.run([exe], "\n".join(lines) + "\n", timeout=600,
                                 env={"KRAIT_LEAKCHECK": "1", "ASAN_OPTIONS": "detect_leaks=1"})
            t.check(rc == 0, f"{what}: exit {rc} {err[:3000]}")
            got = got.split("\n")[:-1]
            t.equal(len(got), len(lines), f"{what}: lines")
            for g, e, line in zip(got, expected, lines):
                t.check(g == e, f"{line[:300]}: got {g[:300]}, expected {e[:300]}")


class Line(str):
    """An expected line, literally."""


class Big:
    def __init__(self, v):
        self.text = enc(int(v))


# ---- data ----
RANGES = {
    "ascii": [(32, 126)], "control": [(0, 31), (127, 159)], "latin1": [(0, 255)], "bmp": [(0x100, 0xd7ff)],
    "greek": [(0x370, 0x3ff)], "surrogate": [(0xd800, 0xdfff)], "astral": [(0x10000, 0x10ffff)],
    "combining": [(0x300, 0x36f), (0x61, 0x7a)], "any": [(0, 0x10ffff)], "case": [(0x1c4, 0x1cc), (0xdf, 0xdf),
    (0x130, 0x131), (0x1e90, 0x1fff), (0xfb00, 0xfb17), (0x3a3, 0x3a3), (0x41, 0x5a), (0x2b0, 0x2b8)],
    "white": [(9, 13), (28, 32), (0x85, 0x85), (0xa0, 0xa0), (0x2000, 0x200a), (0x2028, 0x2029), (0x3000, 0x3000)],
    "few": [(97, 98)], "digits": [(48, 57), (0x660, 0x669), (0xb2, 0xb3), (0x2460, 0x2468), (0x1d7ce, 0x1d7ff)],
}


class Data:
    def __init__(self, seed):
        self.r = random.Random(seed)

    def char(self, kind):
        low, high = self.r.choice(RANGES[kind])
        return chr(self.r.randint(low, high))

    def text(self, most=24):
        r = self.r
        n = r.choice([0, 1, 1, 2, 3, 5, 8, r.randint(0, most), r.randint(0, most * 3)])
        kinds = r.choice([["ascii"], ["few"], ["ascii", "white"], ["latin1"], ["ascii", "bmp"], ["bmp"], ["greek", "case"],
                          ["ascii", "astral"], ["combining"], ["surrogate", "ascii"], ["any"], ["case", "ascii"], ["control", "ascii"],
                          ["digits"], ["digits", "ascii"], ["white"], ["white", "latin1"], list(RANGES)])
        return "".join(self.char(r.choice(kinds)) for _ in range(n))

    def part(self, s):
        """A piece of s, or something else."""
        r = self.r
        if r.random() < 0.7 and s:
            i = r.randint(0, len(s))
            return s[i:i + r.choice([0, 1, 1, 2, 3, 7])]
        return self.text(3)

    def data(self, most=24):
        r = self.r
        n = r.choice([0, 1, 2, 3, 8, r.randint(0, most), r.randint(0, most * 3)])
        pool = r.choice([bytes(range(256)), b"ab", b"abcABC 123", b" \t\r\n\x0b\x0cab", b"\x00\x7f\x80\xff'\"\\"])
        return bytes(r.choice(pool) for _ in range(n))

    def part_of_data(self, b):
        r = self.r
        if r.random() < 0.7 and b:
            i = r.randint(0, len(b))
            return b[i:i + r.choice([0, 1, 1, 2, 3, 7])]
        return self.data(3)

    def bounds(self, s):
        r = self.r
        if r.random() < 0.4:
            return 0, len(s)
        return r.randint(0, len(s) + 2), r.randint(0, len(s))


ALL_CHARS = [chr(c) for c in range(0x110000)]


def cmp(a, b):
    return (a > b) - (a < b)


def strs(batch, seed, rounds):
    d = Data(seed)
    r = d.r
    unary = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "isalpha",
             "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isupper", "islower", "istitle",
             "isidentifier", "isprintable", "isascii"]
    for _ in range(rounds):
        s = d.text()
        for name in unary:
            batch.add("str_" + name, [s], getattr(s, name)())
        batch.add("str_repr", [s], repr(s))
        batch.add("str_ascii", [s], ascii(s))
        batch.add("str_to_ascii", [repr(s)], ascii(s))
        batch.add("str_len", [s], len(s))
        batch.add("str_eq_char", [s[:1], ord(s[:1] or "a")], s != "")
        batch.add("str_eq_char", [s, 97], s == "a")
        batch.add("str_reverse", [s], s[::-1])
        batch.add("str_hash", [s], hash(s))
        batch.add("str_universal_newlines", [s], s.replace("\r\n", "\n").replace("\r", "\n"))
        other = r.choice([d.text(), s, s + d.text(2), s[:-1], d.part(s)])
        batch.add("str_concat", [s, other], s + other)
        batch.add("str_concat3", [s, other, s], s + other + s)
        batch.add("str_eq", [s, other], s == other)
        batch.add("str_cmp", [s, other], cmp(s, other))
        sub, new = d.part(s), d.text(2)
        start, end = d.bounds(s)
        batch.add("str_contains", [s, sub], sub in s)
        for name in ("find", "rfind", "count", "startswith", "endswith"):
            batch.add("str_" + name, [s, sub, start, end], getattr(s, name)(sub, start, end))
        if sub:
            batch.add("str_find_char", [s, ord(sub[0]), start, end], s.find(sub[0], start, end))
            batch.add("str_rfind_char", [s, ord(sub[0]), start, end], s.rfind(sub[0], start, end))
        batch.add("str_replace", [s, sub, new, (m := r.choice([-1, -1, 0, 1, 2, 5]))], s.replace(sub, new, m))
        batch.add("str_removeprefix", [s, p], s.removeprefix(p)) if (p := s[:r.randint(0, 3)]) is not None else None
        batch.add("str_removesuffix", [s, sub], s.removesuffix(sub))
        chars = "".join(d.part(s) for _ in range(3))
        for name in ("strip", "lstrip", "rstrip"):
            batch.add(f"str_{name}_chars", [s, chars], getattr(s, name)(chars))
        i, j = sorted((r.randint(0, len(s)), r.randint(0, len(s))))
        batch.add("str_substr", [s, i, j], s[i:j])
        cut = slice(*(r.choice([None, r.randint(-30, 30)]) for _ in range(2)), r.choice([1, 1, 2, 3, -1, -2, 7, -9]))
        batch.add("str_slice", [s, *cut.indices(len(s))], s[cut])
        batch.add("str_repeat", [s, (k := r.choice([-1, 0, 1, 2, 3, 10, 100]))], s * k)
        if s:
            k = r.randrange(len(s))
            batch.add("str_char_at", [s, k], s[k])
            batch.add("str_ord_at", [s, k], ord(s[k]))
        width = len(s) + r.randint(-2, 6)
        fill = d.char(r.choice(list(RANGES)))
        batch.add("str_ljust", [s, width, ord(fill)], s.ljust(width, fill))
        batch.add("str_rjust", [s, width, ord(fill)], s.rjust(width, fill))
        batch.add("str_center", [s, width, ord(fill)], s.center(width, fill))
        z = r.choice([s, "-" + s, "+" + s])
        batch.add("str_zfill", [z, width], z.zfill(width))
        tabs = "".join(r.choice(["\t", "\t", x]) for x in s[:12])
        batch.add("str_expandtabs", [tabs, (k := r.choice([-1, 0, 1, 4, 8]))], tabs.expandtabs(k))
        items = [d.text(6) for _ in range(r.randint(0, 6))]
        batch.add("str_join", [sub, items], sub.join(items))
        joined = "".join(items)
        batch.add("append", [items], Line(out(joined) + " " + out(joined * 2)))
        built = ""
        for k, x in enumerate(items):
            built += x[len(x) // 3:] if k % 3 == 2 else x
            if k % 7 == 6:
                built = built[:len(built) // 2]
        batch.add("builder", [items], Line(out(built) + " " + out(built)))
        splits(batch, d, s)


def splits(batch, d, s):
    """The helpers of split and splitlines, by what they are to find."""
    white = [c.isspace() for c in s]
    i = d.r.randint(0, len(s))
    batch.add("str_find_whitespace", [s, i], next((k for k in range(i, len(s)) if white[k]), len(s)))
    batch.add("str_skip_whitespace", [s, i], next((k for k in range(i, len(s)) if not white[k]), len(s)))
    batch.add("str_rfind_whitespace", [s, i], next((k for k in range(i, 0, -1) if white[k - 1]), 0))
    batch.add("str_rskip_whitespace", [s, i], next((k for k in range(i, 0, -1) if not white[k - 1]), 0))
    rest = s[i:].splitlines(True)
    first = rest[0] if rest else ""
    plain = first.splitlines()[0] if first else ""
    batch.add("str_find_linebreak", [s, i], i + len(plain))
    batch.add("str_linebreak_len", [s, i + len(plain)], len(first) - len(plain))


def characters(batch):
    """Every character: properties and case mappings, alone and where they depend on neighbours."""
    import _sre
    for c, ch in enumerate(ALL_CHARS):
        if not (c < 0x3000 or 0xa000 <= c < 0xac00 or 0xd7a0 <= c < 0xe000 or 0xf900 <= c < 0x12000
                or 0x16800 <= c < 0x17000 or 0x1b000 <= c < 0x1b300 or 0x1bc00 <= c < 0x20010 or c % 97 == 0
                or 0xe0000 <= c < 0xe0300 or c > 0x10fff0 or 0x2a6d0 <= c <= 0x2a6f0 or 0x2f800 < c < 0x2fa20):
            continue
        for name in ("alpha", "digit", "decimal", "numeric", "alnum", "space", "upper", "lower", "printable"):
            batch.add("char_is" + name, [c], getattr(ch, "is" + name)())
        batch.add("char_islinebreak", [c], len(("a" + ch + "a").splitlines()) > 1)
        batch.add("char_lower", [c], _sre.unicode_tolower(c))
        batch.add("char_decimal", [c], unicodedata.decimal(ch, -1))
        batch.add("char_digit", [c], unicodedata.digit(ch, -1))
        batch.add("char_numeric", [c], float(unicodedata.numeric(ch, -1.0)))
        batch.add("str_isidentifier", [ch], ch.isidentifier())
        batch.add("str_isidentifier", ["a" + ch], ("a" + ch).isidentifier())
        for text in (ch, "a" + ch + "\u03a3", "\u03a3" + ch + "A"):
            for name in ("upper", "lower", "title", "capitalize", "swapcase", "casefold", "istitle"):
                batch.add("str_" + name, [text], getattr(text, name)())
    for c in (-1, 0x110000, 2**40):
        batch.add("str_from_ord", [c], Raised(ValueError("chr() arg not in range(0x110000)")))
    for c in (0, 65, 127, 128, 255, 256, 0xffff, 0x10000, 0x10ffff, 0xd800):
        batch.add("str_from_ord", [c], chr(c))


def searches(batch, seed):
    """Long texts, repetitive ones, needles of all lengths and widths."""
    d = Data(seed)
    r = d.r
    for _ in range(1500):
        alphabet = r.choice(["ab", "abc", "a", "a\xe9", "\u0431\u0432", "a\u0431", "\U0001f600a", "\u0431a\U0001f600"])
        n = r.choice([10, 50, 300, 1000])
        s = "".join(r.choice(alphabet) for _ in range(n))
        m = r.choice([1, 2, 3, 4, 10, 31, 33, 60])
        if r.random() < 0.5:
            i = r.randint(0, max(0, n - m))
            sub = s[i:i + m]
        else:
            sub = "".join(r.choice(alphabet) for _ in range(m))
        start, end = d.bounds(s)
        for name in ("find", "rfind", "count"):
            batch.add("str_" + name, [s, sub, start, end], getattr(s, name)(sub, start, end))
        batch.add("str_replace", [s, sub, "xyz"[:r.randint(0, 3)], -1], s.replace(sub, "xyz"[:0] or "q"))
        batch.lines.pop(), batch.expected.pop()
        new = r.choice(["", "x", "yz", "\xe9", "\u20ac", "\U0001f600!"])
        batch.add("str_replace", [s, sub, new, -1], s.replace(sub, new))
        b, q = s.encode("utf-8"), sub.encode("utf-8")
        batch.add("bytes_find", [b, q, 0, len(b)], b.find(q))
        batch.add("bytes_count", [b, q, 0, len(b)], b.count(q))
    for m in (5, 50, 400):  # quadratic for naive searches
        s, sub = "a" * 3000, "a" * (m // 2) + "b" + "a" * (m // 2)
        for text in (s, s + sub, "a" * 500 + sub + s):
            for w in ("", "\u0431", "\U0001f600"):
                batch.add("str_find", [text + w, sub, 0, len(text + w)], (text + w).find(sub))
                batch.add("str_count", [text + w, sub, 0, len(text + w)], (text + w).count(sub))
                batch.add("str_rfind", [text + w, sub, 0, len(text + w)], (text + w).rfind(sub))


def bytes_methods(batch, seed, rounds):
    d = Data(seed)
    r = d.r
    unary = ["upper", "lower", "title", "capitalize", "swapcase", "strip", "lstrip", "rstrip", "isalpha", "isdigit",
             "isalnum", "isspace", "isupper", "islower", "istitle", "isascii", "hex"]
    for _ in range(rounds):
        b = d.data()
        for name in unary:
            batch.add("bytes_" + name, [b], getattr(b, name)())
        batch.add("bytes_repr", [b], repr(b))
        batch.add("bytes_len", [b], len(b))
        batch.add("bytes_reverse", [b], b[::-1])
        batch.add("bytes_hash", [b], hash(b) if sys.flags.hash_randomization == 0 else 0)
        other = r.choice([d.data(), b, b + d.data(2), b[:-1]])
        batch.add("bytes_concat", [b, other], b + other)
        batch.add("bytes_eq", [b, other], b == other)
        batch.add("bytes_cmp", [b, other], cmp(b, other))
        sub, new = d.part_of_data(b), d.data(2)
        start, end = d.bounds(b)
        batch.add("bytes_contains", [b, sub], sub in b)
        for name in ("find", "rfind", "count", "startswith", "endswith"):
            batch.add("bytes_" + name, [b, sub, start, end], getattr(b, name)(sub, start, end))
        batch.add("buf", [b, sub], Line(f"{b.find(sub)} {b.rfind(sub)} {b.count(sub)} {cmp(b, sub)}"))
        c = r.randrange(256)
        batch.add("bytes_find_byte", [b, c, start, end], b.find(c, start, end))
        batch.add("bytes_rfind_byte", [b, c, start, end], b.rfind(c, start, end))
        batch.add("bytes_replace", [b, sub, new, (m := r.choice([-1, 0, 1, 3]))], b.replace(sub, new, m))
        batch.add("bytes_removeprefix", [b, sub], b.removeprefix(sub))
        batch.add("bytes_removesuffix", [b, sub], b.removesuffix(sub))
        chars = d.part_of_data(b) + d.part_of_data(b)
        for name in ("strip", "lstrip", "rstrip"):
            batch.add(f"bytes_{name}_chars", [b, chars], getattr(b, name)(chars))
        cut = slice(*(r.choice([None, r.randint(-30, 30)]) for _ in range(2)), r.choice([1, 1, 2, 3, -1, -2]))
        batch.add("bytes_slice", [b, *cut.indices(len(b))], b[cut])
        batch.add("bytes_repeat", [b, (k := r.choice([-1, 0, 1, 2, 7]))], b * k)
        width = len(b) + r.randint(-2, 6)
        batch.add("bytes_ljust", [b, width, c], b.ljust(width, bytes([c])))
        batch.add("bytes_rjust", [b, width, c], b.rjust(width, bytes([c])))
        batch.add("bytes_center", [b, width, c], b.center(width, bytes([c])))
        z = r.choice([b, b"-" + b, b"+" + b])
        batch.add("bytes_zfill", [z, width], z.zfill(width))
        tabs = bytes(r.choice([9, x]) for x in b[:12])
        batch.add("bytes_expandtabs", [tabs, (k := r.choice([-1, 0, 1, 4, 8]))], tabs.expandtabs(k))
        items = [d.data(6) for _ in range(r.randint(0, 6))]
        batch.add("bytes_join", [sub, items], sub.join(items))
        table = bytes(r.randrange(256) for _ in range(256)) if r.random() < 0.5 else b""
        batch.add("bytes_translate", [b, table, chars], b.translate(table or None, chars))
        group = r.choice([-5, -2, -1, 0, 1, 2, 3, 7])
        batch.add("bytes_hex_sep", [b, ord(":"), group], b.hex(":", group))
        text = r.choice([b.hex(), b.hex(" "), b.hex() + "0", b.hex() + d.text(2), b.hex().upper() + " \n"])
        batch.add("bytes_fromhex", [text], attempt(bytes.fromhex, text))
        white = [bytes([x]).isspace() for x in b]
        i = r.randint(0, len(b))
        batch.add("bytes_find_whitespace", [b, i], next((k for k in range(i, len(b)) if white[k]), len(b)))
        batch.add("bytes_skip_whitespace", [b, i], next((k for k in range(i, len(b)) if not white[k]), len(b)))
        batch.add("bytes_rfind_whitespace", [b, i], next((k for k in range(i, 0, -1) if white[k - 1]), 0))
        batch.add("bytes_rskip_whitespace", [b, i], next((k for k in range(i, 0, -1) if not white[k - 1]), 0))
        rest = b[i:].splitlines(True)
        first = rest[0] if rest else b""
        plain = first.splitlines()[0] if first else b""
        batch.add("bytes_find_linebreak", [b, i], i + len(plain))
        batch.add("bytes_linebreak_len", [b, i + len(plain)], len(first) - len(plain))


CODECS = ["utf-8", "utf-8-sig", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
          "utf-32-be", "cp1252", "cp1251", "iso8859-15", "iso8859-7", "koi8-r", "cp437", "mac-roman", "cp1255"]
NO_TABLE = CODECS[:10] + ["unicode_escape"]


def codec_error(e):
    return Line(f"F{e.start},{e.end} {enc(e.reason)} {enc(e.encoding)}")


def expected_start(line):
    return int(line[1:].split(",")[0]) if line.startswith("F") else -1


def codecs_batch(batch, seed, rounds):
    import codecs
    d = Data(seed)
    r = d.r
    encode_handlers = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass",
                       "xmlcharrefreplace"]
    for _ in range(rounds):
        s = d.text()
        codec, handler = r.choice(CODECS + NO_TABLE), r.choice(encode_handlers)
        try:
            expected = Line(enc(s.encode(codec, handler)))
        except UnicodeEncodeError as e:
            expected = codec_error(e)
        batch.add("encode", [s, codec, handler], expected)
        # Decoding: what encoding gave, damaged at times; or anything.
        b = r.choice([s, d.text()]).encode(codec, "replace" if codec != "utf-8" else "surrogatepass")
        if r.random() < 0.6:
            b = bytearray(b)
            for _ in range(r.randint(0, 3)):
                if b:
                    k = r.randrange(len(b))
                    b[k:k + 1] = r.choice([b"", bytes([r.randrange(256)]), b"\xed\xa0\x80", b"\xf0\x9f", b"\xd8\x00"])
            b = bytes(b)
        if r.random() < 0.2:
            b = d.data()
        if codec == "unicode_escape":
            b = b"".join(r.choice([b"\\", b"\\", b"x", b"u", b"U", b"4", b"0010", b"ffff", b"N", b"{", b"}", b"n", b"a", b"7", b"\n", b"\xff", b"'"])
                         for _ in range(r.randint(0, 9)))
        handler = r.choice(encode_handlers[:6])
        final = r.random() < 0.7
        decoder = codecs.getincrementaldecoder(codec)(handler)
        try:
            if final:
                expected = Line(f"{enc(b.decode(codec, handler))} {len(b)}")
            elif codec in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
                name = codec.replace("-", "_") + "_decode"
                text, used = getattr(codecs, name)(b, handler, False)
                expected = Line(f"{enc(text)} {used}")
            else:
                continue
        except UnicodeDecodeError as e:
            expected = codec_error(e)
        batch.add("decode", [b, codec, handler, final], expected)
    for codec in CODECS[10:]:
        for i in range(256):
            b = bytes([65, i, 66])
            try:
                expected = Line(f"{enc(b.decode(codec))} 3")
            except UnicodeDecodeError as e:
                expected = codec_error(e)
            batch.add("decode", [b, codec, "strict", True], expected)
    for codec in CODECS[2:4] + CODECS[10:]:
        for c in [*range(0x500), *range(0x2000, 0x2600), 0xfffd, 0xfffe, 0x10000]:
            s = "a" + chr(c)
            try:
                expected = Line(enc(s.encode(codec)))
            except UnicodeEncodeError as e:
                expected = codec_error(e)
            batch.add("encode", [s, codec, "strict"], expected)
    for first in range(0xc0, 0x100):
        for second in (0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff):
            for tail in (b"", b"\x80", b"\x80\x80", b"\xbf\xbf", b"a", b"\xff", b"\x80\x80\x80"):
                b = bytes([first, second]) + tail
                if (first + second) % 3:  # not alone: the decoder's path for longer data
                    b = b"x" + b + b"y"
                try:
                    expected = Line(f"{enc(b.decode('utf-8'))} {len(b)}")
                except UnicodeDecodeError as e:
                    expected = codec_error(e)
                batch.add("decode", [b, "utf-8", "strict", True], expected)
                batch.add("bytes_utf8_error", [b], expected_start(expected))
                batch.add("decode", [b, "utf-8", "replace", True], Line(f"{enc(b.decode('utf-8', 'replace'))} {len(b)}"))
                batch.add("bytes_decode_utf8", [b], b.decode("utf-8", "surrogateescape"))
    for s in ("", "abc", "\u20ac", "\ud800a", "\U0001f600"):
        batch.add("str_encode_utf8", [s], s.encode("utf-8", "surrogatepass"))


# ---- formatting ----
def spec(r, types):
    parts = []
    if r.random() < 0.4:
        parts.append(r.choice(["", "", "*", "0", "\xe9", "\u20ac", "\U0001f600", "<", "{"]) + r.choice("<>=^"))
    if r.random() < 0.35:
        parts.append(r.choice("+- "))
    if r.random() < 0.08:
        parts.append("z")
    if r.random() < 0.2:
        parts.append("#")
    if r.random() < 0.25:
        parts.append("0")
    if r.random() < 0.5:
        parts.append(str(r.choice([0, 1, 2, 3, 5, 8, 10, 12, 13, 14, 15, 16, 17, 20, 33])))
    if r.random() < 0.25:
        parts.append(r.choice([",", "_", "_", ",_", ",,"]) if r.random() < 0.2 else r.choice(",_"))
    if r.random() < 0.35:
        parts.append("." + str(r.choice([0, 1, 2, 3, 6, 10, 17, 25, ""])))
    if r.random() < 0.85:
        parts.append(r.choice(types))
    if r.random() < 0.02:
        parts.append(r.choice(["x", "\u1234", "\x01", "zz"]))
    return "".join(parts)


def numbers(r):
    k = r.random()
    if k < 0.3:
        return r.randint(-1000, 1000)
    if k < 0.6:
        return r.choice([1, -1]) * r.getrandbits(r.randint(1, 66))
    if k < 0.7:
        return r.choice([2**62, 2**62 - 1, -2**62, -2**62 - 1, 2**63, -2**63, 2**64, 10**18, 10**19, 0, 1, -1, 99, 100, 0x10ffff])
    return r.choice([1, -1]) * r.getrandbits(r.randint(64, 400))


def floats(r):
    k = r.random()
    if k < 0.2:
        return r.choice([0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 0.1, 1e16, 1e15, 123456789012345678.0, 1e22, 1e23, 5e-324,
                         1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), 1e-4, 1e-5, 9.995, 0.045,
                         99999.95, 999999.5, 0.00001, 1234567.0, -0.001, 1e100])
    if k < 0.5:
        return round(r.uniform(-1000, 1000), r.randint(0, 4))
    if k < 0.8:
        return r.uniform(-1, 1) * 10.0 ** r.randint(-20, 25)
    return struct.unpack("<d", struct.pack("<Q", r.getrandbits(64)))[0]


def formats(batch, seed, rounds):
    d = Data(seed)
    r = d.r
    for _ in range(rounds):
        v, text = numbers(r), spec(r, "dddddbboxXnceEfFgG%s")
        batch.add("format_int", [Big(v), text], attempt(format, v, text))
        if -2**63 <= v < 2**63:
            batch.add("format_i64", [v, text], attempt(format, v, text))
        f, text = floats(r), spec(r, "eeEfffFggGn%%d")
        batch.add("format_float", [f, text], attempt(format, f, text))
        s, text = d.text(), spec(r, "sssd")
        batch.add("format_str", [s, text], attempt(format, s, text))
        v, text = r.random() < 0.5, spec(r, "dbxcsf")
        batch.add("format_bool", [v, text], attempt(format, v, text))
        c, text = complex(floats(r), floats(r)), spec(r, "eEfFgGnd")
        batch.add("format_complex", [c.real, c.imag, text], attempt(format, c, text))
        percent(batch, r)
    for text in ("", "d", "5", "05d", ",", "x", "#x", "b", "08b", "_b", "c", "e", ".2f", "%", "n", "9" * 25, "." + "9" * 25):
        for v in (0, 1, -1, 255, 2**62, -2**63, 2**64, 10**30, -10**30):
            batch.add("format_int", [Big(v), text], attempt(format, v, text))
        batch.add("format_float", [1.5, text], attempt(format, 1.5, text))
        batch.add("format_str", ["abc", text], attempt(format, "abc", text))
    for v in (10**4299, 10**4300, -10**5000):
        for text in ("", "d", ",", "x", "e"):
            batch.add("format_int", [Big(v), text], attempt(format, v, text))
    for precision in (50, 400, 1100, 1500):
        for f in (0.1, 1e300, 5e-324, 1.7976931348623157e308, 2.0**70):
            for kind in "efg":
                for alternate in ("", "#"):
                    text = f"{alternate}.{precision}{kind}"
                    batch.add("format_float", [f, text], format(f, text))


def percent(batch, r):
    letters = "".join(sorted(set(r.choice("-+ #0") for _ in range(r.randint(0, 3)))))
    flags = sum(bit for letter, bit in zip("-+ #0", (1, 2, 4, 8, 16)) if letter in letters)
    width, precision = r.choice([-1, 0, 1, 5, 12, 30]), r.choice([-1, -1, 0, 1, 3, 15])
    tail = (str(width) if width >= 0 else "") + (f".{precision}" if precision >= 0 else "")
    if tail.startswith("0"):
        tail = tail[1:]
        width = -1
    kind = r.choice("diuoxX")
    v = numbers(r)
    batch.add("percent_int", [Big(v), flags, width, precision, ord(kind)], f"%{letters}{tail}{kind}" % v)
    kind = r.choice("eEfFgG")
    f = floats(r)
    batch.add("percent_float", [f, flags, width, precision, ord(kind)], f"%{letters}{tail}{kind}" % f)
    s = r.choice(["", "abc", "h\xe9llo", "\u20acuro", "\U0001f600x"])
    batch.add("percent_str", [s, flags, width, precision], f"%{letters}{tail}s" % s)


def templates(batch, seed, rounds):
    """percent_parse by formatting with what it found; format_next against string.Formatter's parser."""
    import _string
    r = random.Random(seed)
    for _ in range(rounds):
        text = "".join(r.choice(["{", "}", "{{", "}}", "a", "\u20ac", ":", "!", "r", "[", "]", "{}", "{a}", "{0!r:>5}", "{x:{w}}", ".", "{a[}]}"])
                       for _ in range(r.randint(0, 7)))
        line = ""
        try:
            for literal, name, fmt, conversion in _string.formatter_parser(text):
                line += repr((literal, name, fmt, conversion)) + " "
        except ValueError as e:
            line += Raised(e).text
        batch.add("format_next", [text], FormatNext(line))
        batch.expected[-1] = (text, line)
    for _ in range(rounds):
        text = "".join(r.choice(["%", "-", "+", " ", "#", "0", "5", "12", ".", "*", "(", ")", "a", "d", "s", "l", "h", "x", "99999999999999999999"])
                       for _ in range(r.randint(0, 6)))
        batch.add("percent_parse", [text, 0], Line(percent_model(text)))


class FormatNext(Line):
    pass


def percent_model(text):
    """The documented result of percent_parse, by a regular expression."""
    import re
    depth, end, key = 0, 0, (-1, -1)
    if text.startswith("("):
        for end, c in enumerate(text):
            depth += (c == "(") - (c == ")")
            if depth == 0:
                break
        if depth:
            return "2"
        key = (1, end)
        end += 1
    m = re.compile(r"([-+ #0]*)(\*|\d*)(?:\.(\*|\d*))?[hlL]?(.)?", re.S | re.A).match(text, end)
    flags, width, precision, kind = m.groups()
    number = lambda t, none: none if t is None or t == "" else -2 if t == "*" else int(t)
    w, p = number(width, -1), number(precision, -1 if precision is None else 0)
    if w > 2**63 - 1:
        return "3"
    if p > 2**31 - 1:
        return "4"
    if kind is None:
        return "1"
    bits = 0
    for c in flags:
        bits |= 1 << "-+ #0".index(c)
    return f"0 {m.end()} {ord(kind)} {bits} {w} {p} {key[0]} {key[1]}"


class TemplateBatch(Batch):
    def run(self, t, exe, what):
        rc, got, err = t.run([exe], "\n".join(self.lines) + "\n", timeout=600, env={"KRAIT_LEAKCHECK": "1"})
        t.check(rc == 0, f"{what}: exit {rc} {err[:3000]}")
        got = got.split("\n")[:-1]
        t.equal(len(got), len(self.lines), f"{what}: lines")
        for g, e, line in zip(got, self.expected, self.lines):
            if isinstance(e, tuple):
                text, e = e
                g = self.render(text, g)
            t.check(g == e, f"{line[:300]}: got {g[:300]}, expected {e[:300]}")

    @staticmethod
    def render(text, line):
        """The driver's numbers as formatter_parser's tuples."""
        error = ""
        if "E" in line:
            k = line.index("E")
            line, error = line[:k], line[k:]
        numbers = [int(x) for x in line.split()]
        result = ""
        for k in range(0, len(numbers), 10):
            _, ls, le, field, ns, ne, conversion, ss, se, _nested = numbers[k:k + 10]
            row = (text[ls:le], text[ns:ne], text[ss:se], chr(conversion) if conversion else None)
            result += repr(row if field else (text[ls:le], None, None, None)) + " "
        return result + error


def build_hosted(path):
    """The driver as an ordinary program with AddressSanitizer and UBSan."""
    import glob
    import subprocess
    core = os.path.join(ROOT, "runtime/core")
    names = ["str*", "bytes*", "find*", "unicode", "codec*", "format*", "exception", "int*", "limbs*", "float*", "hash"]
    sources = sorted({p for n in names for p in glob.glob(f"{core}/{n}.cpp")})
    sources += [os.path.join(HERE, n) for n in ("text_driver.cpp", "text_hosted.cpp", "stub_types.cpp")]
    flags = ("-std=c++23 -O1 -g -ffunction-sections -fdata-sections -fno-exceptions -fno-rtti -fno-pie -march=x86-64-v2 -ffp-contract=off "
             "-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-sanitize=alignment -DKRAIT_THREADS=0").split()
    objects = []
    os.makedirs(path + ".objects", exist_ok=True)
    for source in sources:
        objects.append(os.path.join(path + ".objects", os.path.basename(source) + ".o"))
        subprocess.run(["ccache", "clang++-22", *flags, "-I", os.path.join(HERE, "hosted"), "-I", os.path.join(ROOT, "runtime"),
                        "-I", HERE, "-c", source, "-o", objects[-1]], check=True)
    subprocess.run(["clang++-22", "-no-pie", "-fuse-ld=lld-22", "-Wl,--gc-sections", "-fsanitize=address,undefined", *objects, "-o", path], check=True)


def run(t):
    exe = os.environ.get("KRAIT_TEXT_DRIVER") or t.driver("text_driver.cpp")
    seed = int(os.environ.get("KRAIT_TEXT_SEED", "1"))
    scale = float(os.environ.get("KRAIT_TEXT_SCALE", "1"))
    wanted = os.environ.get("KRAIT_TEXT_ONLY", "strs searches bytes codecs formats templates characters").split()
    batches = {
        "strs": lambda b: strs(b, seed, int(1500 * scale)),
        "searches": lambda b: searches(b, seed),
        "bytes": lambda b: bytes_methods(b, seed, int(1500 * scale)),
        "codecs": lambda b: codecs_batch(b, seed, int(12000 * scale)),
        "formats": lambda b: formats(b, seed, int(8000 * scale)),
        "characters": characters,
    }
    for name, fill in batches.items():
        if name in wanted:
            batch = Batch()
            fill(batch)
            batch.run(t, exe, name)
    if "templates" in wanted:
        batch = TemplateBatch()
        templates(batch, seed, int(4000 * scale))
        batch.run(t, exe, "templates")


if __name__ == "__main__":
    build_hosted(sys.argv[1])
