# class attributes that are set later: functions, special methods, properties, in instances, subclasses, hasattr, getattr
class A:
    pass
class B(A):
    def hi(self): return "B.hi"
def greet(self, n=1): return f"greet {type(self).__name__} {n}"
a, b = A(), B()
for o in (a, b):
    try:
        print(o.greet())
    except AttributeError as e:
        print(e)
A.greet = greet
print(a.greet(), b.greet(2), A.greet(a))
B.greet = lambda self, n=5: "lambda " + str(n)
print(a.greet(), b.greet())
print(getattr(A, "zip", "none"), getattr(b, "greet")(7))
class C(A):
    count = 0
    def __init__(self):
        C.count += 1
        type(self).last = self
class D(C): pass
print(hasattr(C, "last"), hasattr(D, "last"))
d = D()
print(hasattr(C, "last"), hasattr(D, "last"), D.last is d, C.count, D.count)
class Counter:
    total = 0
    @classmethod
    def bump(cls):
        cls.total += 1
        return cls.total
class Sub(Counter): pass
class Sub2(Counter): total = 10
print(Counter.bump(), Sub.bump(), Sub.bump(), Sub2.bump(), Counter.total, Sub.total, Sub2.total)
class Cfg:
    debug = False
    def show(self): return (self.debug, type(self).debug, Cfg.debug)
class Cfg2(Cfg): pass
c = Cfg2()
print(c.show()); Cfg2.debug = True; print(c.show(), Cfg().show()); c.debug = None; print(c.show())
class Lazy:
    @classmethod
    def get(cls):
        if not hasattr(cls, "_instance"):
            cls._instance = cls()
        return cls._instance
class LazySub(Lazy): pass
print(Lazy.get() is Lazy.get(), LazySub.get() is Lazy.get())
class L2:
    @classmethod
    def get(cls):
        try:
            return cls._cache
        except AttributeError:
            cls._cache = [cls.__name__]
            return cls._cache
class L3(L2): pass
print(L3.get(), L2.get(), L3.get() is L2.get())
print([k for k in vars(L2) if not k.startswith("__")])
class P: pass
P.x = property(lambda self: 42)
print(P().x)
class Q: pass
Q.__len__ = lambda self: 3
Q.__add__ = lambda self, o: "added"
print(len(Q()), Q() + 1)
