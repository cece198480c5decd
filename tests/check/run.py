"""`krait check`: one message for each refused construct, analysis behind it and in uncalled functions, --why, --stats."""
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from check_support import Checks, build_folder

# (name, program, options, findings as "severity code line" in order)
CASES = [
    ("keywords of a class from a mapping", """
class B:
    def __init_subclass__(cls, **options):
        pass
class C(B, x=1, **{"y": 2}):
    pass
""", [], ["error K0401 5"]),
    ("unknown import", """
import nothing.there as n
from missing import Base, f
x = n.a.b(1)[2] + 3
for y in f(x):
    print(y.z, -y, not y, y < 1, y in x)
class A(Base):
    def m(self):
        return self.not_known + super().other()
print(A(1, 2).more, isinstance(x, A), f"{x}")
with n.open() as g:
    a, *b = g
print(1 + "s")
""", [], ["error K0201 2", "error K0201 3", "error K0301 13"]),
    ("star import", """
from missing import *
print(anything + other(1))
""", [], ["error K0201 2"]),
    ("powers that are ints", """
def a1(i, n, m):
    p = 0
    while i <= n and m > 3:
        m = m - 3
        p += 10 ** m
    return p
def a2(a, b): return 2 ** (a % 7)
def a3(a, b): return 3 ** abs(b)
def a4(a, b): return  5 ** max(0, a) 
def a5(a, b): return  2 ** (a & 7)
def a6(a, b): return  2 ** b.bit_length() 
def a7(a, b): return  2 ** (b * b)
def b1(s):
    t = 0
    for i, c in enumerate(s):
        t += int(c) * 2 ** (len(s) - i - 1)
    return t
def b2(n):
    t = 0
    for i in range(n - 1, -1, -1):
        t += 2 ** i
    return t
def b3(n):
    t = 0
    while n > 0:
        n -= 1
        t += 2 ** n
    return t
def b4(n):
    return sum(2 ** k for k in range(5))
def b5(xs):
    t = 0
    t += sum([b * 2 ** k for k, b in enumerate(xs)])
    return t
def b6(xs):
    return sum(b * 2 ** k for k, b in enumerate(reversed(xs)))
range(a1(1, 2, 3))
range(a2(1, 3))
range(a3(1, 3))
range(a4(1, 3))
range(a5(1, 3))
range(a6(1, 3))
range(a7(1, 3))
range(b1("11"))
range(b2(11))
range(b3(11))
range(b4(11))
range(b5([11]))
range(b6([11]))

def guarded(n):
    if n < 0:
        raise ValueError("negative")
    return 2 ** n
def inner(n):
    t = 0
    for i in range(n):
        for j in range(i):
            t += 2 ** (i - j) + 2 ** (i - j - 1) + 2 ** (n - i)
    return t
range(guarded(3))
range(inner(4))
""", [], []),
    ("powers that may be floats", """
class P:
    def __ge__(self, o):
        return True
    def __sub__(self, o):
        return -3
def below(n):
    return 2 ** (n - 1)
def loop(n):
    t = 0
    for i in range(n):
        t += 2 ** (i - 1)
    return t
def lowered(n):
    if n >= 0:
        n = n - 5
    return 2 ** n
def handled(n):
    k = 3
    try:
        if n > 2:
            k = -1
            raise ValueError
    except ValueError:
        pass
    return 2 ** k
def other(n):
    if n >= 0:
        return 2 ** (n - 1)
    return 0
def later(m):
    hi = 0
    for i in [3, 1, 7]:
        if i == 3:
            hi = i
        t = 2 ** (hi - i)
    return t
def circle(x, y):
    if x - y >= 0:
        if y - x >= 0:
            return 2 ** x
    return 0
range(below(3))
range(loop(3))
range(lowered(3))
range(handled(3))
range(other(3) + other(P()))
range(later(3))
range(circle(1, 1))
""", [], ["warning K0306 43", "warning K0306 44", "warning K0306 45", "warning K0306 46", "warning K0306 47", "warning K0306 48", "warning K0306 49"]),
    ("behind an error", """
def called(n):
    return n + 1
print(1 + "s")
print(called("x"))
print(called(1) + "t")
""", [], ["error K0301 3", "error K0301 4", "error K0301 6"]),
    ("uncalled function", """
def f(a, b: int, c=None):
    c.anything(a + b)
    return b + "s"
class C:
    def __init__(self, x):
        self.x = x
    def m(self):
        return self.x.y + self.missing
""", [], ["warning K0301 4", "warning K0302 9"]),
    ("uncalled function, strict", """
def f(b: int):
    return b + "s"
""", ["--types=strict"], ["error K0301 3"]),
    ("annotations", """
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterable, List, Optional, Tuple, Union
import typing
class A: pass
class B(A): pass
def fine(a: int, b: float = 1, c: Optional[str] = None, d: List[int] = [], e: 'A' = B(), f: Union[int, str] = 2, g: Any = None,
         h: Callable = len, i: Iterable[int] = (1,), j: Tuple[int, ...] = (1, 2), k: 'list | None' = None, l: Dict[str, int] = {}) -> int:
    return True
fine(True, 2, 'c', [], A(), 'x')
def number(a: int): return a
number('x')
number(None)
def default(a: str = None): return a
default()
def items(a: list[int]): return a
items(['x'])
def pairs(a: typing.Dict[str, int]): return a
pairs({1: 2})
def shape(a: tuple[int, str]): return a
shape((1, 2))
shape((1,))
def derived(a: 'B'): return a
derived(A())
def result(a) -> int:
    if a:
        return a
result(1)
x: int = 5
x = 'text'
class C:
    n: int = 0
    def __init__(self, v):
        self.v: str = v
C(1).n = 2.5
@dataclass
class P:
    x: int
    next: 'Optional[P]' = None
P(1, P('a'))
""", [], ["warning K0308 11", "warning K0308 11", "warning K0308 14", "warning K0308 16", "warning K0308 18", "warning K0308 20", "warning K0308 20",
          "warning K0308 23", "warning K0308 25", "warning K0308 30", "warning K0308 32", "warning K0308 34", "warning K0308 38"]),
    ("annotations, strict", """
def half(n: int) -> int:
    return n / 2
print(half(7))
""", ["--types=strict"], ["error K0308 2"]),
    ("a dataclass that nothing uses", """
from dataclasses import dataclass, field
@dataclass(order=True)
class P:
    x: int
    tags: list = field(default_factory=list)
""", [], []),
    ("async function", """
async def f(x):
    async for y in x:
        await y
    async with x as z:
        z.read()
f(1).close()
""", [], ["error K0401 2"]),
    ("guarded import", """
try:
    import missing
except ImportError:
    raise SystemExit("no")
def f():
    return missing.x + (1 + "s")
""", [], ["warning K0301 7"]),
    ("code after an exit", """
import sys
sys.exit(0)
def f():
    return [] + 1
""", [], ["warning K0301 5"]),
    ("container filled by unknown code", """
from missing import fill
items = []
fill(items)
for i in items:
    print(i.name)
print(1 + "s")
""", [], ["error K0201 2", "error K0301 7"]),
]

WHY = """
def find(items, wanted=None):
    for item in items:
        if item == wanted:
            return item
class Node:
    def __init__(self, next):
        self.next = next
found = find(["a"], "a")
Node(Node(None))
total = 0
total += 0.5
"""
# (name, lines that the ways of its members lead through)
REASONS = [("found", {2, 3, 5, 9}), ("find.wanted", {9}), ("Node.next", {8, 10}), ("total", {11, 12})]


def check(folder, program, *options):
    path = pathlib.Path(folder, "program.py")
    path.write_text(program)
    process = subprocess.run([build_folder() / "bin/krait", "check", *options, path], stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)
    return process.returncode, process.stderr


def main():
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        for name, program, options, expected in CASES:
            code, text = check(folder, program, *options)
            found = [f"{m[1]} {m[2]} {m[3]}" for m in
                     re.finditer(r"^(error|warning)\[(K\d+)\].*\n +--> \S+?:(\d+):", text, re.M)]
            checks.check(found == expected, f"{name}: {found}, not {expected}")
            wanted = int(any(e.startswith("error") for e in expected))
            checks.check(code == wanted, f"{name}: exit {code}, not {wanted}")
        for name, lines in REASONS:
            code, text = check(folder, WHY, f"--why={name}")
            found = {int(n) for n in re.findall(r"--> \S+?:(\d+):", text)}
            checks.check(code == 0 and "K0307" in text and lines <= found, f"--why={name}: lines {sorted(found)}\n{text}")
        code, text = check(folder, WHY, "--why=nobody")
        checks.check(code == 1 and "'nobody'" in text, f"--why of a name that is not there: {code} {text}")
        code, text = check(folder, WHY, "--stats")
        numbers = dict(re.findall(r"^ *([a-z ]+?) +(\d+)", text, re.M))
        checks.check(numbers.get("functions") == "2" and numbers.get("inferred") == "2", f"--stats: {text}")
    checks.finish()


if __name__ == "__main__":
    main()
