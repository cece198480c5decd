import math
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner):
        if obj is None:
            return self
        v = self.f(obj)
        setattr(obj, self.name, v)
        print("computed", self.name)
        return v

class Circle:
    def __init__(self, r): self.r = r
    @Lazy
    def area(self): return self.r * self.r * 3
    @Lazy
    def twice(self): return self.area * 2

c = Circle(3)
print(hasattr(c, "area"), hasattr(c, "nothing"))
print(c.area, c.area, c.twice, c.twice, Circle(1).area)

class Mixed:
    size = 5
    @staticmethod
    def act(x): return x + 1
    @classmethod
    def make(cls, x): return (cls.__name__, x)
    def __init__(self, k):
        if k > 0: self.size = k
        if k > 1: self.act = lambda x: x * 100
        if k > 2: self.make = lambda x: ("own", x)
for k in range(4):
    m = Mixed(k)
    print(m.size, m.act(2), m.make(3), hasattr(m, "act"), hasattr(m, "size"))

class Base:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return name * 2
class Sub(Base):
    def __init__(self, k):
        if k: self.title = "set"
for k in (True, False):
    s = Sub(k)
    print(hasattr(s, "title"), s.title, hasattr(s, "_p"), hasattr(s, "other"), getattr(s, "title", 3))
    for n in ("title", "zz", "_q"):
        print(n, hasattr(s, n), getattr(s, n, None))

def key1(self): return "key1"
class Chooser:
    for_all = key1
    def __init__(self, i):
        if i % 2: self.for_all = key1
    def call(self):
        try:
            return self.for_all()
        except TypeError as e:
            return str(e)
print(Chooser(0).call(), Chooser(1).call())
class M1:
    def go(self): return "M1.go"
class M2(M1):
    go2 = M1.go
    plain = max
    def __init__(self, i=0):
        if i: self.go2 = self.go
    def run(self): return self.go2(), self.plain(1, 2)
    def sup(self): return super().go()
print(M2().run(), M2(1).run(), M2().sup())
class B1:
    fn = len
class B2(B1):
    def call(self): return super().fn([1, 2])
print(B2().call())
