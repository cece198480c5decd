# When weak references are cleared: after __del__, before it in a cycle; callbacks that raise; resurrection.
import gc
import weakref


class Noisy:
    def __init__(self, name):
        self.name = name
        self.other = None
        self.me = None

    def __del__(self):
        print("del", self.name, self.me is None or self.me() is self)


def told(what):
    def tell(r):
        print("told", what, r() is None)
    return tell


n = Noisy("n")
r = weakref.ref(n, told("n"))
n.me = r
del n
print(r())

a, b = Noisy("a"), Noisy("b")
a.other, b.other = b, a
ra = weakref.ref(a, told("a"))
rb = weakref.ref(b, told("b"))
a.me, b.me = ra, rb
del a, b
print(ra() is None)
gc.collect()
print(ra(), rb())

# A reference that is garbage itself is not told.
c = Noisy("c")
c.other = c
c.me = weakref.ref(c, told("never"))
del c
gc.collect()


class Phoenix:
    saved = []

    def __del__(self):
        Phoenix.saved.append(self)
        print("rises")


p = Phoenix()
rp = weakref.ref(p, told("phoenix"))
del p
print(rp() is Phoenix.saved[0])
Phoenix.saved.clear()
print(rp())


class Plain:
    pass


def fails(r):
    raise ValueError("in a callback")


x = Plain()
keep = [weakref.ref(x, fails), weakref.ref(x, told("after"))]
x = None
print("went on", [k() for k in keep])


class Owner:
    def __init__(self):
        self.part = Plain()
        self.log = []
        self.watch = weakref.ref(self.part, self.lost)

    def lost(self, r):
        self.log.append("lost")


o = Owner()
o.part = Plain()
print(o.log)
ro = weakref.ref(o)
o = None
gc.collect()
print(ro())

# Callbacks that make and drop objects with weak references.
def chain(r):
    if len(links) < 4:
        y = Plain()
        links.append(weakref.ref(y, chain))


links = []
z = Plain()
links.append(weakref.ref(z, chain))
del z
print(len(links), [k() for k in links])
# A reference dropped before its object dies is not told.
w = Plain()
dropped = weakref.ref(w, told("dropped"))
del dropped
del w
print("end")
