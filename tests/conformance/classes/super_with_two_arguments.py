class A:
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c " + cls.__name__
class B(A):
    def f(self): return "B.f"
    @classmethod
    def c(cls): return "B.c " + cls.__name__
class C(B):
    def f(self):
        return [super().f(), super(C, self).f(), super(B, self).f()]
    @classmethod
    def c(cls):
        return [super().c(), super(C, cls).c(), super(B, cls).c()]
c = C()
print(c.f(), C.c(), super(B, c).f(), super(C, c).f(), super(C, C).c())
def g(x):
    return super(type(x), x).f()
print(g(c), g(B()))
class D(C):
    pass
d = D()
print(super(C, d).f(), super(D, d).f())
s = super(B, d)
print(s.f())
try:
    super(C, A())
except TypeError as e:
    print(e)
class L(list):
    def append(self, x):
        super(L, self).append(x * 2)
    def __getitem__(self, i):
        return super(L, self).__getitem__(i)
l = L(); l.append(4); print(l, l[0])
class U(int):
    def __add__(self, o): return "U+"
print(super(U, U(3)).__add__(4))
