# Regular expressions: templates, errors with their places, flags, tokenizers.
import re
for t in (r"\1", r"\g<1>", r"\g<name>", r"\g<x>", r"\g<5>", r"\5", r"\q", "\\", r"\g", r"\g<", r"\g<>", r"\g<a b>", r"\0", r"\07", r"\101", r"\400", r"\n\t\\", r"\.", r"\g<0>", r"x\g<01>y", r"\8", r"\10", r"\g<-1>", "é\\1", r"\g<1"):
    try:
        print(t, repr(re.sub(r"(?P<name>b)(c)?", t, "abcb")))
    except re.error as e:
        print(t, "error", e, e.pos)
    except IndexError as e:
        print(t, "IndexError", e)
for f in (lambda: re.compile("a", re.A | re.U), lambda: re.compile(b"a", re.U), lambda: re.compile("a", re.L), lambda: re.compile(re.compile("a"), re.I)):
    try:
        print(f())
    except ValueError as e:
        print(e)
for bad in ("*a", "a**", "(", ")", "[", "[z-a]", "a{2,1}", "(?P<1>a)", "(?P<a>b)(?P<a>c)", r"\2", "(?<=a*)b", "(?z)", "(?P=x)", "(?Px)", r"\x1", r"\ ", "(?i", "a(?i)b", "(?a-i)", "(?i-i:a)", "(?#c", r"[\d-z]", "x{99999999999}", "(?(5)a)", "(?(1)a|b|c)", "\n\n(", "(?P<>a)", "(?<a)", "(?-", "(?L)", r"\u12", "[a", r"[\400]", "a{1", "a{,}", "{", "x{2}{3}", "(?:a", "(?au)"):
    try:
        print(bad, re.compile(bad).pattern)
    except re.error as e:
        print(bad, "|", e, "|", e.msg, e.pos, e.lineno, e.colno)
    except OverflowError as e:
        print(bad, e)
m = re.search(r"(?P<k>\w+)=(\d+)?", "x key=")
assert m is not None
for g in (0, 1, 2, "k"):
    print(m.group(g), m.start(g), m.end(g), m.span(g))
try:
    m.group(3)
except IndexError as e:
    print(e)
try:
    m.group("nope")
except IndexError as e:
    print(e)
print(m.group(1, 2), m.group("k", 0), m["k"], m.groupdict("d"), re.match("a", "b"), isinstance(m, re.Match), isinstance(re.compile("a"), re.Pattern))
try:
    re.match("a", 5)
except TypeError as e:
    print(e)
try:
    re.match("a", b"a")
except TypeError as e:
    print(e)
try:
    re.match(b"a", "a")
except TypeError as e:
    print(e)
NAME = re.compile(r"""
    (?P<first>\w+)   # first
    \s+
    (?P<last>\w+)    # last (and only)
""", re.VERBOSE)
m = NAME.match("Ada Lovelace")
if m:
    print(m.group("first").upper(), m["last"].lower(), m.groupdict())
TOKENS = [("NUM", re.compile(r"\d+")), ("ID", re.compile(r"[a-z]\w*")), ("OP", re.compile(r"[-+*/()=]")), ("WS", re.compile(r"\s+"))]


def tokenize(s):
    pos = 0
    out = []
    while pos < len(s):
        for kind, pattern in TOKENS:
            m = pattern.match(s, pos)
            if m:
                if kind != "WS":
                    out.append((kind, m.group()))
                pos = m.end()
                break
        else:
            raise SyntaxError(f"bad character {s[pos]!r}")
    return out


print(tokenize("x = 3*(y1+42)"))
spec = [("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("ID", r"[A-Za-z]+"), ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
regex = "|".join("(?P<%s>%s)" % pair for pair in spec)
for mo in re.finditer(regex, "total := 3.5 price"):
    kind = mo.lastgroup
    value = mo.group()
    if kind == "NUMBER":
        print(kind, float(value))
    elif kind != "SKIP":
        print(kind, value)
print(re.sub(r"(?P<w>\w+)", lambda m: m.group("w").capitalize(), "hello big world"), re.sub("a", "b", "aaa", count=2), re.sub(r"(a)|b", r"[\1]", "ab"))
print(re.findall(r"(a)(b)?", "abaab"), re.findall("(x)?", "ax"), re.split("(a)|(b)", "xaybz"))
print(re.sub(b"(?P<w>b+)", rb"<\g<w>>", b"abbc"), re.escape("é-_/"), re.compile("x" * 300))
print(re.search(r"(\d+)\s*(?:kg|lb)", "weighs 12 kg").group(1) + "!", len(re.findall("", "abc")))
d = {"a": 1}
print(re.match(r"(\d+)", "12ab").group(1), d.get("a") + 1)
print(re.sub(r"\s+", " ", "  a \n b  ").strip(), re.match(r"^[A-Z][a-z]+$", "Hello") and "ok", "yes" if re.search("z", "abc") else "no")
