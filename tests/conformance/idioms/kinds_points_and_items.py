from abc import ABC, abstractmethod
from enum import Enum, auto
from dataclasses import dataclass, field
from typing import NamedTuple, Optional
import itertools, collections
class Kind(Enum):
    A = auto(); B = auto(); C = "see"
    @property
    def label(self): return self.name.title()
    @classmethod
    def parse(cls, s):
        for k in cls:
            if k.name == s.upper(): return k
        raise KeyError(s)
    def __str__(self): return f"<{self.label}>"
class Pt(NamedTuple):
    x: int
    y: int = 0
    def dist(self, o=None):
        o = o or Pt(0, 0)
        return abs(self.x - o.x) + abs(self.y - o.y)
    @property
    def swapped(self): return self._replace(x=self.y, y=self.x)
@dataclass(order=True)
class Item:
    prio: int
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False)
    kind: Kind = field(default=Kind.A, compare=False)
    _ids = itertools.count(1)
    def __post_init__(self): self.id = next(Item._ids)
@dataclass(frozen=True)
class Fr:
    a: int
    b: tuple = ()
    def with_a(self, a): return Fr(a, self.b)
class Shape(ABC):
    @property
    @abstractmethod
    def area(self): ...
    @abstractmethod
    def scale(self, k): ...
    def describe(self): return f"{type(self).__name__} {self.area:.1f}"
class Rect(Shape):
    def __init__(self, w, h): self.w, self.h = w, h
    @property
    def area(self): return self.w * self.h
    def scale(self, k): return Rect(self.w * k, self.h * k)
class Circle(Shape):
    def __init__(self, r): self.r = r
    @property
    def area(self): return 3.14159 * self.r ** 2
    def scale(self, k): return Circle(self.r * k)
print(Kind.A, Kind.parse("b").label, [k.value for k in Kind], Kind("see"), Kind["B"] is Kind.B, Kind.C.name)
p = Pt(3, 4); print(p, p.dist(), p.swapped, p._asdict(), Pt._fields, p == (3, 4), sorted([Pt(2), Pt(1, 5)]), p.dist(Pt(1, 1)))
items = [Item(2, "b"), Item(1, "a", ["x"]), Item(3, "c", kind=Kind.C)]
print(sorted(items)[0].name, max(items), [i.id for i in items], items[1].tags, Item(2, "z") == items[0])
print({Fr(1): "one"}[Fr(1)], Fr(1, (2,)).with_a(5))
try: Fr(1).a = 3
except Exception as e: print(type(e).__name__, e)
for s in [Rect(2, 3), Circle(1)]:
    print(s.describe(), s.scale(2).describe())
try: Shape()
except TypeError as e: print(e)
groups = collections.defaultdict(list)
for i in items: groups[i.kind].append(i.name)
print(dict(groups), {k.name: len(v) for k, v in groups.items()})
for k, g in itertools.groupby(sorted("banana"), key=lambda c: c): print(k, len(list(g)), end="; ")
print()
try: Kind.parse("zz")
except KeyError as e: print("KeyError", e)
try: Kind(99)
except ValueError as e: print(e)
def first(xs, pred=None) -> Optional[Item]:
    return next((x for x in xs if pred is None or pred(x)), None)
print(first(items, lambda i: i.prio > 5), first(items, lambda i: i.prio > 2))
