# Regular expressions: what ordinary programs do with them.
import re
m = re.match(r"(\d+)-(\w+)", "12-ab cd")
if m:
    print(int(m.group(1)) + 1, m.group(2).upper(), m.groups(), m[1] + "x")
    a, b = m.groups()
    print(a.lower(), b.lower(), m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m.re.pattern, m.re)
for k, v in re.findall(r"(\w+)=(\w+)", "a=1 b=2 c=3"):
    print(k.upper(), int(v))
print([w.upper() for w in re.findall(r"[a-z]+", "ab cd ef")], [x.upper() for x in re.findall(r"<(\w+)>", "<a><b>")])
p = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)?", re.I | re.M)
m = p.search("on 2024-05 and 2023-")
print(m, p, [p.groupindex], p.groups, p.groupindex, p.flags, p.pattern)
if m is not None:
    print(m.group("year"), m["month"], m.groupdict(), m.start("month"), m.end(1), m.span(), m.expand(r"\2/\g<year>"), m.lastgroup, m.regs)
for m in p.finditer("2024-05 2023- 1999-12"):
    print(m.group(0), m.group("year", "month"), m.groups(), m.groups("none"), m.groupdict("?"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world foo bar"), re.subn("a", "b", "banana", 2), re.sub("", "-", "abc"), re.sub(r"x*", "-", "abxd"))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1b22c333"))


def dash(m):
    if m.group(0) == "-":
        return " "
    return "-"


print(re.sub("-{1,2}", dash, "pro----gram-files"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"([,;])", "a,b;c"), re.split(r"(x)?", "axbc"), re.split("b", "abcbd", 1), re.split(r"\b", "Words, words."), re.split(r"", "ab"))
print(re.escape("a.b*c[d] é\n"), re.escape(b"a.b"), re.fullmatch(r"\w+", "abc"), re.fullmatch(r"a|ab", "ab"), re.match("b", "ab"))
print(re.findall(rb"\d+", b"a1b22"), re.sub(rb"a", rb"bb", b"aXa"), re.match(rb"(.)(.)", b"xy").groups(), re.split(rb",", b"a,b"))
print(re.findall(r"(?i)ab", "AB ab Ab"), re.findall(r"(?m)^\w", "a\nb\nc"), re.findall(r"(?s)a.b", "a\nb"), re.findall(r"(?x) a  b # comment", "ab"))
text = """
# config
name = krait   # trailing
size=10
"""
for m in re.finditer(r"^\s*(\w+)\s*=\s*(\S+)", text, re.MULTILINE):
    print(m.groups())
words = ["cat", "dog"]
pat = "|".join(map(re.escape, words))
print(re.findall(pat, "cat dog bird cat"), re.findall(f"({pat})(s?)", "cats dog"))
print(re.search("(?<=abc)def", "abcdef"), re.search(r"(?<!-)\b\w+", "-a b"), re.match(r"(a)?(b)?", "b").groups(), re.match(r"(a+)+b", "aaab"))
print(re.match(r"(?P<q>['\"]).*?(?P=q)", "'it' x"), re.match(r"(<)?(\w+)(?(1)>|$)", "<a>"), re.match(r"(<)?(\w+)(?(1)>|$)", "<a"), re.match(r"a++b", "aab"), re.match(r"(?>a+)ab", "aab"))
try:
    re.compile("(abc")
except re.error as e:
    print(e, e.msg, e.pos, e.pattern, e.lineno, e.colno)
tokens = re.compile(r"\s*(?:(\d+)|(.))")
print([(m.group(1), m.group(2)) for m in tokens.finditer("12 + (3*4)")])
print(re.I, re.I | re.M, re.compile("a", re.X).flags, re.compile("a") == re.compile("a"), bool(re.match("", "")))
email = re.compile(r"^[\w.+-]+@[\w-]+\.[\w.]+$")
for s in ("a.b@c.de", "bad@", "x@y.z"):
    print(s, bool(email.match(s)), email.match(s) is not None)
print(re.match(r"(\w)(\w)", "ab")[2], re.search(r"\d", "abc"), re.match(r"\d+", "12ab").group() + "!")
