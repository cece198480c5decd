# Weak references: calls, callbacks, sharing, equality, hashes.
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def greet(self):
        return "I am " + self.name


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x

    def __hash__(self):
        return hash(self.x)


def gone(r):
    print("gone", r() is None, r.__callback__)


a = Node("a")
r = weakref.ref(a)
print(r() is a, r is weakref.ref(a), r == weakref.ref(a), r.__callback__)
x = r()
if x is not None:
    print(x.greet())
del x
first = weakref.ref(a, gone)
second = weakref.ref(a, lambda r: print("second", r() is None))
print(first is r, first == r, first.__callback__ is gone, weakref.getweakrefcount(a))
b = a
del a
print(r() is b)
del b
print(r(), first(), second())

p, q = Point(1), Point(1)
rp, rq = weakref.ref(p), weakref.ref(q)
print(rp == rq, rp is rq, hash(rp) == hash(1), rp != rq, {rp: "p"}[rq])
del q
print(rp == rq, hash(rp), rq() is None)
try:
    hash(rq)
except TypeError as e:
    print(e)
del p
print(hash(rp), rp == rq, rp == rp)


class Tree:
    def __init__(self, parent=None):
        self.parent = None if parent is None else weakref.ref(parent)
        self.children = []
        if parent is not None:
            parent.children.append(self)

    def up(self):
        if self.parent is None:
            return None
        return self.parent()


root = Tree()
kid = Tree(root)
print(kid.up() is root, root.up(), root.children[0] is kid)
del root
print(kid.up())


def local():
    n = Node("local")
    return weakref.ref(n, gone)


print(local()())
keep = local()


def watch(nodes):
    for n in nodes:
        yield weakref.ref(n)


nodes = [Node(str(i)) for i in range(4)]
refs = list(watch(nodes))
del nodes[1]
print([r() is None for r in refs])
nodes.clear()
print([r() is None for r in refs])
s = {1, 2}
rs = weakref.ref(s)
print(rs() == {1, 2})
s = None
print(rs())
