# fnmatch: translate, fnmatch, fnmatchcase and filter over many patterns
import fnmatch
from fnmatch import translate, fnmatchcase, filter

pieces = ["", "a", "*", "?", "[", "]", "!", "-", "[ab]", "[!ab]", "[a-c]", "[z-a]", "[!z-a]", "[]]", "[!]]", "[^a]", "[a-c-e]",
          "[--a]", "[z-a!b]", "[[]", "[a\\b]", "[&&|~]", ".", "\\", "\n", "é", "[a-]", "[-a]", "[!-a]"]
names = ["", "a", "b", "ab", "abc", "a.b", "]", "[", "!", "-", "^", "\n", "é", "a\nb", "A", "[ab]", "\\", "z", "&", "aab"]

for p in pieces:
    print(repr(p), translate(p), [n for n in names if fnmatchcase(n, p)])
total = 0
matched = 0
for p in pieces:
    for q in pieces:
        for r in pieces:
            for c in translate(p + q + r):
                total = (total * 31 + ord(c)) % 1000000007
print(total)
for p in pieces:
    for q in pieces:
        for i, n in enumerate(names):
            if fnmatch.fnmatch(n, p + q):
                matched = (matched * 7 + i + 1) % 1000000007
print(matched)
print(filter(["x.py", "y.txt", "z.py", "X.PY"], "*.py"), filter([], "*"), filter(("a", "b"), "[!a]"))
print(fnmatch.fnmatch(b"abc", b"a*"), fnmatch.fnmatchcase(b"\xff", b"[\xfe-\xff]"), fnmatch.filter([b"x", b"y"], b"[xz]"))
