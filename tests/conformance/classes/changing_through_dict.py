class Bunch:
    def __init__(self, **kw):
        self.__dict__.update(kw)
    def __repr__(self):
        return "Bunch(" + ", ".join(f"{k}={v!r}" for k, v in sorted(self.__dict__.items())) + ")"
b = Bunch(x=1, y="q")
print(b.x, b.y)
print(b)
class Config:
    def __init__(self, d):
        for k, v in d.items():
            setattr(self, k, v)
c = Config({"host": "h", "port": 80})
print(c.host, c.port, hasattr(c, "nope"), getattr(c, "zip", None))
try:
    print(c.missing)
except AttributeError as e:
    print(e)
class Base:
    def __init__(self, **kwargs):
        for key, value in kwargs.items():
            setattr(self, key, value)
class User(Base):
    def greet(self): return "hi " + self.name
class Item(Base):
    def cost(self): return self.price * self.qty
print(User(name="Bo").greet(), Item(price=3, qty=4).cost())
class Vec:
    def __init__(self, *args):
        for n, v in zip("xyz", args):
            self.__dict__[n] = v
v = Vec(1, 2, 3)
print(v.x + v.y + v.z)
class Options:
    def __init__(self, **given):
        self.verbose = False
        self.__dict__.update(given)
print(Options(verbose=True).verbose, Options().verbose)
class A:
    def __init__(self): self.a = 1
o = A()
o.__dict__.update({"b": 3, "a": 4})
o.__dict__.update(c=4)
vars(o).update([("d", 5)], e=6)
print(sorted(o.__dict__.items()))
vars(o)["a"] = "text"
print(o.a, o.b + o.c + o.d + o.e)
