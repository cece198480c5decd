# The groups of a pattern in a literal, or in a variable that is set once, decide what findall and groups give.
import re

WORDS = r"[a-z]+"
PAIRS = r"(\w+)=(\d+)"
DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


def shout(text):
    pattern = r"\b\w"
    return [c.upper() for c in re.findall(pattern, text)]


def total(text):
    return sum(int(value) for name, value in re.findall(PAIRS, text))


class Reader:
    number = re.compile(r"-?\d+")

    def read(self, text):
        return [int(x) for x in self.number.findall(text)]


print(shout("one two"), total("a=1 b=22"), Reader().read("1 -2 x3"), [w.upper() for w in re.findall(WORDS, "ab cd")])
for y, m, d in DATE.findall("2024-05-06 1999-12"):
    print(int(y) + 1, m.strip(), d or "none")
match = DATE.match("2024-05")
if match:
    y, m, d = match.groups()
    print(int(y), int(m), d)
for match in DATE.finditer("2024-05-06 1999-12"):
    print(match.group(1), match.group(3), len(match.groups()))
print([p.strip() for p in re.split(r"[;,]", "a ; b, c")], re.split(r"(-)", "a-b")[1].upper())
print({k: v.upper() for k, v in re.findall(r'(\w+)="([^"]*)"', 'a="x" b="y z"')})
