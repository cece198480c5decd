def make(n):
    class A:
        x = n
        count = 0
        def m(self):
            A.count += 1
            return n
        def __repr__(self):
            return f"A{n}"
    return A
One = make(1)
Two = make("two")
Three = make(3)
print(One.x, Two.x, Three.x, One().m(), Two().m(), Three().m(), One(), Two())
a = One()
a.m()
print(One.count, Two.count, Three.count, isinstance(a, One), isinstance(a, Two), One is Three, type(a) is One, One.__name__)

def deco(cls):
    class W(cls):
        def hi(self):
            return "w" + super().hi()
    return W
@deco
class P:
    def hi(self): return "p"
@deco
class Q:
    def hi(self): return "q"
@deco
@deco
class R(Q):
    def hi(self): return "r" + super().hi()
print(P().hi(), Q().hi(), R().hi())

def tagged(tag, sep=":"):
    def wrap(cls):
        class Tagged(cls):
            label = tag + sep
            def show(self):
                return self.label + super().show()
        Tagged.__name__ = cls.__name__
        return Tagged
    return wrap
@tagged("a")
class S1:
    def show(self): return "s1"
@tagged("b", "/")
class S2:
    def show(self): return "s2"
@tagged("c")
class S3(S1):
    def show(self): return "s3" + super().show()
print(S1().show(), S2().show(), S3().show())

def build(kind, size):
    return make_box(kind, size)
def make_box(kind, size):
    class Box:
        items = []
        capacity = size
        def add(self, x):
            if len(self.items) >= self.capacity:
                raise OverflowError(f"{kind} box is full")
            self.items.append(x)
            return self
    return Box
Small = build("small", 1)
Big = build("big", 3)
Small().add(1)
try:
    Small().add(2)
except OverflowError as e:
    print(e)
b = Big().add(1).add("x").add(2.5)
print(Small.items, Big.items, b.capacity)

def singleton(cls):
    instances = {}
    def get(*args, **kwargs):
        if cls not in instances:
            instances[cls] = cls(*args, **kwargs)
        return instances[cls]
    return get
@singleton
class Config:
    def __init__(self, name="d"): self.name = name
@singleton
class Log:
    def __init__(self): self.lines = []
print(Config("x") is Config(), Log() is Log(), Config().name)

class Factory:
    def __init__(self, prefix): self.prefix = prefix
    def make(self, name):
        prefix = self.prefix
        class Made:
            title = prefix + name
            def __init__(self, v): self.v = v
            def __eq__(self, o): return isinstance(o, Made) and self.v == o.v
        return Made
f = Factory("f_")
M1 = f.make("one")
M2 = f.make("two")
print(M1.title, M2.title, M1(1) == M1(1), M1(1) == M2(1))
