# types: dynamic
# namedtuple and NamedTuple: tuples with names.
from collections import namedtuple
from typing import NamedTuple
import collections

Point = namedtuple("Point", "x y")
p = Point(1, 2)
print(p, p.x, p[1], p == (1, 2), p._replace(x=5), p._asdict(), Point._fields)
x, y = p
print(x, y, len(p), list(p), p + (3,), p < Point(1, 3), hash(p) == hash((1, 2)))
print(isinstance(p, tuple), Point._make([7, 8]), sum(p), max(p), 2 in p, p[::-1], p.index(2))
print("%d-%d" % p, "{0.x} {0.y}".format(p) if False else "", {p: "a"}[(1, 2)])
C = collections.namedtuple("Card", ["rank", "suit"], defaults=["spades"])
print(C("7"), C("8", "hearts").suit, C._field_defaults)
class P3(namedtuple("P3", "x, y, z")):
    __slots__ = ()
    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2 + self.z ** 2) ** 0.5
    def __add__(self, other):
        return P3(self.x + other.x, self.y + other.y, self.z + other.z)
a = P3(1, 2, 2)
print(a, a.norm, a + P3(1, 1, 1), type(a).__name__)
class Emp(NamedTuple):
    name: str
    id: int = 3
    def greet(self):
        return f"hi {self.name}"
e = Emp("bob")
print(e, e.greet(), e.id, Emp(id=4, name="al"))
try:
    e.id = 5
except AttributeError as ex:
    print(ex)
try:
    Point(1)
except TypeError as ex:
    print(ex)
try:
    p._replace(q=3)
except ValueError as ex:
    print(ex)
rows = [Point(i, i * i) for i in range(4)]
print(rows, sorted(rows, key=lambda r: -r.y)[0], [r.y for r in rows])
for i, (u, v) in enumerate(rows):
    print(i, u, v)
match p:
    case Point(x=1, y=yy):
        print("match", yy)
match p:
    case (q, r):
        print(q, r)
mixed = [Point(1, 2), (3, 4), Point("a", "b")]
print(mixed)
best = None
for r in rows:
    if best is None or r.y > best.y:
        best = r
print(best)
def make():
    Local = namedtuple("Local", "v")
    return Local(3)
print(make(), make().v)
d = {}
d[Point(0, 0)] = 1
print(d, Point(0, 0) in d, (0, 0) in d)
print(*p, p.count(1), repr(p), str(p), f"{p}", p.__class__.__name__)
