# Decorated methods, properties, static and class methods whose functions are closures.
def deco(f):
    def wrapper(*args, **kwargs):
        print("call")
        return f(*args, **kwargs)
    return wrapper
class C:
    @deco
    def m(self, x):
        return x + 1
    @deco
    def n(self):
        return self.m(1)
    k = deco(lambda self: 5)
c = C()
print(c.m(2), c.n(), c.k())
bm = c.m
print(bm(4))
print(C.m(c, 9))
class D(C):
    @deco
    def m(self, x):
        return super().m(x) * 2
print(D().m(4))
class E:
    @deco
    def __len__(self):
        return 3
    @deco
    def __eq__(self, o):
        return True
print(len(E()), E() == 3)
class P:
    def __init__(self):
        self._v = 2
    @property
    @deco
    def v(self):
        return self._v
    @v.setter
    @deco
    def v(self, x):
        self._v = x
    @staticmethod
    @deco
    def s(x):
        return x * 2
    @classmethod
    @deco
    def make(cls, x):
        p = cls()
        p.v = x
        return p
p = P.make(7)
print(p.v, P.s(4), p.s(5), p.make(3).v)
def counted(n):
    def outer(f):
        def inner(self, *a):
            self.count = getattr(self, "count", 0) + n
            return f(self, *a)
        return inner
    return outer
class Q:
    @counted(2)
    def a(self): return "a"
    @counted(5)
    def b(self, x=1): return "b" * x
    def __call__(self): return self.a()
q = Q()
print(q.a(), q.b(3), q.count, q())
