# copy.copy and copy.deepcopy of the containers of collections, enums, slots, __getstate__, memo, subclasses of int.
import copy
from collections import defaultdict, deque, Counter, OrderedDict, namedtuple
from enum import Enum
from dataclasses import dataclass, asdict


class Colour(Enum):
    RED = 1
    BLUE = 2


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


P = namedtuple("P", "x y")
dd = defaultdict(list)
dd["a"].append(1)
de = copy.deepcopy(dd)
de["a"].append(2)
de["b"].append(3)
print(dd, de)
q = deque([[1], [2]], maxlen=3)
r = copy.deepcopy(q)
r[0].append(9)
r.append([3])
r.append([4])
print(q, r, copy.copy(q))
print(copy.deepcopy(Counter("hello")), copy.copy(Counter("abc")), copy.deepcopy(OrderedDict([("a", [1])])))
print(copy.deepcopy(Colour.RED) is Colour.RED, copy.copy([Colour.BLUE])[0] is Colour.BLUE, copy.deepcopy({Colour.RED: [1]}))
s = Slotted([1])
t = copy.deepcopy(s)
t.a.append(2)
print(s.a, t.a, hasattr(t, "b"))
p = P(1, [2])
o = copy.deepcopy(p)
o.y.append(3)
print(p, o, copy.copy(p))


class Graph:
    def __init__(self):
        self.edges = {}

    def add(self, a, b):
        self.edges.setdefault(a, []).append(b)
        return self

    def __deepcopy__(self, memo):
        new = Graph()
        memo[id(self)] = new
        new.edges = copy.deepcopy(self.edges, memo)
        return new


g = Graph().add("a", "b").add("a", "c")
h = copy.deepcopy([g, g])
h[0].add("a", "d")
print(g.edges, h[0].edges, h[0] is h[1])


class Tree:
    def __init__(self, value, parent=None):
        self.value = value
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)


root = Tree(1)
leaf = Tree([2], root)
copied = copy.deepcopy(root)

print(copied.children[0].parent is copied, root.children[0].value, copied.children[0].value)
f = lambda x: x + 1
print(copy.deepcopy(f) is f, copy.deepcopy([f])[0](2), copy.deepcopy(int) is int, copy.deepcopy(Tree) is Tree)


class State:
    def __init__(self):
        self.a = [1]
        self.cache = "big"

    def __getstate__(self):
        return {"a": self.a}

    def __setstate__(self, state):
        self.a = state["a"]
        self.cache = "none"


st = copy.deepcopy(State())
print(st.a, st.cache)


@dataclass
class Inner:
    v: list


@dataclass
class Outer:
    i: Inner
    t: tuple


ou = Outer(Inner([1]), (1, [2]))
di = asdict(ou)
di["i"]["v"].append(3)
di["t"][1].append(4)
print(ou, di)
grid = [[0] * 3 for _ in range(2)]
new = copy.deepcopy(grid)
new[0][1] = 5
print(grid, new)
mixed = [1, "a", [2, [3]], {"k": (1, [2])}, None, 2.5, {1, 2}]
m2 = copy.deepcopy(mixed)
print(m2, m2 == mixed)
bl = bytearray(b"abc")
print(copy.deepcopy([bl, bl]), copy.copy(bl))
ba = copy.deepcopy([bl, bl])
ba[0].append(65)
print(ba, bl)


class Singleton:
    one = None

    def __new__(cls):
        if cls.one is None:
            cls.one = super().__new__(cls)
        return cls.one


si = Singleton()
print(copy.deepcopy(si) is si, copy.copy(si) is si)
l = [1]
l2 = [l, 2]
l.append(3)
x = copy.deepcopy((l, l2, l2))
x[0].append(7)
print(x, x[1][0] is x[0], x[1] is x[2])


class MyInt(int):
    def __init__(self, v):
        self.tag = [v]


mi = MyInt(5)
mj = copy.deepcopy(mi)
mj.tag.append(1)
print(mj + 1, mj.tag, mi.tag, type(mj).__name__)


def gen():
    yield 1


try:
    copy.deepcopy(gen())
except TypeError as e:
    print(e)
