# finalize: what runs at the death of an object, or at the end.
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name
        self.other = None


def bye(name):
    print("bye", name)
    return len(name)


a = Thing("a")
f = weakref.finalize(a, bye, "a")
print(f.alive, f.atexit)
kept = f.peek()
if kept is not None:
    print(kept[0] is a, kept[2], kept[3])
del kept
del a
print(f.alive, f.peek(), f.detach(), f())
b = Thing("bee")
g = weakref.finalize(b, bye, "bee")
print(g(), g.alive, g())
del b
c = Thing("c")
h = weakref.finalize(c, bye, "c")
parts = h.detach()
if parts is not None:
    print(parts[0] is c, parts[1] is bye, parts[2], parts[3], h.alive)
del parts
del c
print("no bye")
x, y = Thing("x"), Thing("y")
x.other, y.other = y, x
weakref.finalize(x, bye, "cycle")
del x, y
gc.collect()


class Resource(Thing):
    def __init__(self, name):
        super().__init__(name)
        self._finalizer = weakref.finalize(self, bye, name)

    def remove(self):
        self._finalizer()

    @property
    def removed(self):
        return not self._finalizer.alive


r = Resource("one")
r.remove()
print(r.removed)
r = Resource("two")
r = None


def fails(name):
    raise ValueError("in a finalizer")


e = Thing("e")
weakref.finalize(e, fails, "e")
del e
last = Thing("last")
weakref.finalize(last, bye, "last but one")
weakref.finalize(last, bye, "first at the end")
quiet = weakref.finalize(last, bye, "never")
quiet.atexit = False
print(quiet.atexit, quiet.alive)
weakref.finalize(last, fails, "last")
print("end")
