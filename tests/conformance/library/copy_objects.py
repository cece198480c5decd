# copy.copy and copy.deepcopy: shared and cyclic parts, classes, dataclasses, subclasses of containers.
import copy
from dataclasses import dataclass, field
a = [1]
b = [a, a]
c = copy.deepcopy(b)
c[0].append(2)
print(c, b, copy.copy(b)[0] is a)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(1, [2, 3])
q = copy.copy(p)
r = copy.deepcopy(p)
q.y.append(4)
print(p, q, r, p.y is q.y, r.y is p.y, type(r).__name__)


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
        self.children = []


n = Node("a")
n.next = Node("b")
n.next.next = n
n.children.append(n.next)
m = copy.deepcopy(n)
print(m.next.next is m, m.children[0] is m.next, m is n, m.name, m.next.name)


@dataclass
class D:
    a: int
    b: list = field(default_factory=list)
    c: dict = field(default_factory=dict)


d = D(1, [1, 2], {"k": [5]})
e = copy.deepcopy(d)
e.c["k"].append(6)
e.b.append(3)
print(d, e, d == e, copy.copy(d) == d)


class Counted:
    made = 0

    def __init__(self, v):
        self.v = v

    def __copy__(self):
        print("copy")
        return Counted(self.v + 1)

    def __deepcopy__(self, memo):
        print("deepcopy")
        return Counted(copy.deepcopy(self.v, memo) + 10)


x = Counted(1)
print(copy.copy(x).v, copy.deepcopy(x).v)
l = copy.deepcopy([x, x])
print(l[0].v, l[0] is l[1])


class Stack(list):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def append(self, item):
        print("append", item)
        super().append(item)


s = Stack("s")
s.append([1])
t = copy.deepcopy(s)
u = copy.copy(s)
t[0].append(2)
print(t, s, t.name, u, type(u).__name__, u[0] is s[0])
print(copy.deepcopy((1, [2], "x", {"a": (3, [4])}, {1, 2}, frozenset({3}))), copy.deepcopy(None), copy.deepcopy(1.5))
print(copy.deepcopy({(1, 2): {"x": [1]}}), copy.deepcopy([[], [[]]]), copy.deepcopy(set()))
