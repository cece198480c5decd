# Two classes of one name are two classes.
class P:
    kind = 1
    def m(self): return "first"
def make(): return P()
a = make()
First = P
class P:
    kind = "second"
    def __init__(self, n=3): self.n = n
    def m(self): return self.n
b = make()
print(a.m(), b.m(), a.kind, b.kind, type(a) is type(b), type(a) is First, isinstance(b, P), isinstance(a, P))
if a.kind == 1:
    class R:
        def f(self): return 1
else:
    class R:
        def __init__(self): self.z = 1
        def f(self): return self.z
print(R().f(), [x.m() for x in (a, b)], [type(x).__name__ for x in (a, b)])
try:
    raise ValueError
except ValueError:
    class E(Exception): pass
def g():
    raise E("x")
class E(Exception):
    def __init__(self, a): self.a = a; super().__init__(a)
try: g()
except E as e: print(e.a, e)
