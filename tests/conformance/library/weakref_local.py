# Callbacks that are closures, bound methods, partials; references in generators, classes and containers of unlike types.
import functools
import weakref


class A:
    def hi(self):
        return "A.hi"


class B:
    def ho(self, n):
        return n + 1


def closures():
    log = []
    dead = []
    a, b = A(), B()
    ra = weakref.ref(a, lambda r: log.append("a"))
    rb = weakref.ref(b, dead.append)
    count = 0

    def bump(r):
        nonlocal count
        count += 1
        log.append("bump")
    more = [weakref.ref(a, bump), weakref.ref(a, functools.partial(both, 1))]
    x, y = ra(), rb()
    if x is not None and y is not None:
        print(x.hi(), y.ho(1))
    x = y = None
    a = b = None
    print(log, count, len(dead), dead[0] is rb, [m() for m in more])


def both(n, r):
    print("partial", n, r() is None)


closures()


class Bus:
    def __init__(self):
        self.handlers = []

    def on(self, obj, name):
        self.handlers.append((weakref.ref(obj, self.forget), name))

    def forget(self, r):
        self.handlers = [(h, n) for h, n in self.handlers if h is not r]

    def live(self):
        for h, n in self.handlers:
            obj = h()
            if obj is not None:
                yield n, obj.hi()


bus = Bus()
one, two = A(), A()
bus.on(one, "one")
bus.on(two, "two")
print(list(bus.live()))
del one
print(list(bus.live()), len(bus.handlers))

by_name = weakref.WeakValueDictionary()
by_number = weakref.WeakValueDictionary()
p, q = A(), B()
by_name["p"] = p
by_number[1] = q
print(by_name["p"].hi(), by_number[1].ho(2))
notes = weakref.WeakKeyDictionary()
counts = weakref.WeakKeyDictionary()
notes[p] = "note"
counts[q] = 3
print(notes[p].upper(), counts[q] + 1)
weakref.finalize(p, print, "p ends")
weakref.finalize(q, lambda n: print("q ends", n + 1), 1)
del p
print(len(by_name), len(notes), len(by_number), len(counts))
del q
print(len(by_name), len(notes), len(by_number), len(counts))


def walk(root):
    seen = weakref.WeakSet()
    stack = [root]
    while stack:
        n = stack.pop()
        if n in seen:
            continue
        seen.add(n)
        yield n
        stack.extend(n.links)


class Node:
    def __init__(self, n):
        self.n = n
        self.links = []


nodes = [Node(i) for i in range(4)]
for i in range(4):
    nodes[i].links.append(nodes[(i + 1) % 4])
print([n.n for n in walk(nodes[0])])
for bad in (1, A()):
    try:
        print(weakref.ref(bad)() is bad)
    except TypeError as e:
        print(e)


class Slotted:
    __slots__ = ("x",)


class Room:
    __slots__ = ("x", "__weakref__")


room = Room()
print(weakref.ref(room)() is room)
