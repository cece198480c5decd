# types: dynamic
# Data classes: options, field(), InitVar, KW_ONLY, frozen, slots, errors.
# errors and less usual parts
from dataclasses import dataclass, field, InitVar, KW_ONLY, fields, astuple, asdict, replace, is_dataclass
from typing import ClassVar, List, Optional
import dataclasses as dc

def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)

def mutable():
    @dataclass
    class A:
        x: list = []
    return A()

def order():
    @dataclass
    class A:
        x: int = 1
        y: int
    return A(1, 2)

def both():
    @dataclass
    class A:
        x: list = field(default=1, default_factory=list)
    return A()

def noeq():
    @dataclass(eq=False, order=True)
    class A:
        x: int
    return A(1)

attempt("mutable", mutable)
attempt("order", order)
attempt("both", both)
attempt("noeq", noeq)

@dataclass
class C:
    count: ClassVar[int] = 0
    x: int
    scale: InitVar[int] = 2
    items: List[int] = field(default_factory=list, init=False)
    y: int = field(init=False, default=9)

    def __post_init__(self, scale):
        self.x *= scale
        C.count += 1

c = C(5)
print(c, C(5, 3), C.count, c.items, c.y)
attempt("replace", lambda: replace(C(1), x=7, scale=1))

@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 1
    c: str

attempt("kw", lambda: K(1, c="z"))
attempt("kw2", lambda: K(1, 2, "z"))
attempt("kw3", lambda: K(1))

@dc.dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0

    @property
    def text(self):
        return f"{self.major}.{self.minor}"

    @classmethod
    def parse(cls, s):
        a, b = s.split(".")
        return cls(int(a), int(b))

    def __str__(self):
        return "v" + self.text

v = Version.parse("3.11")
print(v, repr(v), v.text, v > Version(3), max(Version(1), Version(0, 9)), {v, Version(3, 11)})
attempt("frozen", lambda: setattr(v, "major", 4))
print(sorted({Version(2), Version(1, 5)}))

@dataclass
class Custom:
    x: int
    def __repr__(self):
        return "<custom %d>" % self.x
    def __eq__(self, other):
        return isinstance(other, Custom) and self.x % 10 == other.x % 10

print(Custom(3), Custom(3) == Custom(13), [Custom(1)] == [Custom(2)])
print(is_dataclass(v), is_dataclass(3), is_dataclass(C))
print([f.name for f in fields(Version)], [f.default for f in fields(v) if f.name == "minor"])
print(asdict(v), astuple(v))

@dataclass
class Tree:
    value: int
    left: Optional["Tree"] = None
    right: Optional["Tree"] = None

    def insert(self, value):
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        else:
            if self.right is None:
                self.right = Tree(value)
            else:
                self.right.insert(value)

    def walk(self):
        if self.left:
            yield from self.left.walk()
        yield self.value
        if self.right:
            yield from self.right.walk()

t = Tree(5)
for n in [3, 8, 1, 4, 9]:
    t.insert(n)
print(list(t.walk()))
print(t)
print(asdict(t.left))
@dataclass(slots=True)
class S:
    x: int
    y: int = 3
s = S(1)
print(s, s.x + s.y)
attempt("slots", lambda: setattr(s, "z", 1))
@dataclass(unsafe_hash=True)
class H:
    x: int
    y: list = field(default_factory=list, hash=False)
print(hash(H(1)) == hash(H(1, [3])), H(1) == H(1, [3]))
@dataclass
class Inv:
    n: int
    def __post_init__(self):
        if self.n < 0:
            raise ValueError(f"negative: {self.n}")
