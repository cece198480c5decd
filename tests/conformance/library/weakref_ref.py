# Weak references: calls, callbacks, sharing, equality, hashes.
import weakref


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x

    def __hash__(self):
        return hash(self.x)

    def greet(self):
        return "I am " + str(self.x)


def gone(r):
    print("gone", r() is None, r.__callback__)


a = Point(7)
r = weakref.ref(a)
print(r() is a, r is weakref.ref(a), r == weakref.ref(a), r.__callback__)
x = r()
if x is not None:
    print(x.greet())
del x
first = weakref.ref(a, gone)
second = weakref.ref(a, lambda r: print("second", r() is None))
print(first is r, first == r, weakref.getweakrefcount(a))
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
s, t = Point(5), Point(6)
rs = weakref.ref(s)
del s
try:
    hash(rs)
except TypeError as e:
    print(e)
del p
print(hash(rp), rp == rq, rp == rp)


def local():
    n = Point(8)
    return weakref.ref(n, gone)


print(local()())
keep = local()


def watch(nodes):
    for n in nodes:
        yield weakref.ref(n)


nodes = [Point(i) for i in range(4)]
refs = list(watch(nodes))
del nodes[1]
print([r() is None for r in refs])
nodes.clear()
print([r() is None for r in refs])
