# Data classes: what the decorator adds, defaults, inheritance, conversions.
from dataclasses import dataclass, field
import dataclasses

@dataclass
class Point:
    x: int
    y: int = 0

@dataclass(order=True)
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    hidden: int = field(default=3, repr=False, compare=False)

    def total(self, n):
        return self.price * n

@dataclass(frozen=True)
class Key:
    a: str
    b: int

class Plain:
    pass

p = Point(1, 2)
print(p, Point(3), p == Point(1, 2), p == Point(1, 3), p != Point(1, 2), p == 5, p == Item("a"))
i = Item("apple")
j = Item("pear", 2.5, ["fruit"])
i.tags.append("x")
print(i, j, i < j, i.total(4), Item("z").tags, i.hidden)
print(sorted([j, i, Item("fig")]))
k = Key("q", 1)
d = {k: "v", Key("r", 2): "w"}
print(d[Key("q", 1)], hash(k) == hash(Key("q", 1)))
try:
    k.a = "z"
except dataclasses.FrozenInstanceError as e:
    print(type(e).__name__, e)
try:
    hash(p)
except TypeError as e:
    print(e)
match p:
    case Point(x, y=yy):
        print("m", x, yy)

@dataclass
class Base:
    a: int
    b: int = 2

@dataclass
class Sub(Base):
    c: str = "c"
    b: int = 7

    def __post_init__(self):
        self.total = self.a + self.b

s = Sub(1)
print(s, s.total, Base(4))
print(dataclasses.asdict(s), dataclasses.astuple(p), dataclasses.replace(p, y=9))

@dataclass
class Node:
    value: int
    next: "Node" = None

n = Node(1, Node(2))
n.next.next = n
print(n)
def f():
    @dataclass
    class L:
        v: int
        w: list = field(default_factory=lambda: [1])
    return L(3)
print(f())
try:
    Point()
except TypeError as e:
    print(e)
