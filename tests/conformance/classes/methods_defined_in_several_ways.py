"""A class body may define a method in several ways; the last one that ran counts."""
import sys


def outer(n):
    class C:
        if n > 5:
            def m(self, x=1):
                return ("big", n, x)
        else:
            def m(self, x=2):
                return ("small", n, x)

        def twice(self):
            return 1

        def twice(self):
            return 2

        def twice(self):
            return "three"
    return C


class D:
    if len(sys.argv) > 5:
        def m(self): return 1
    else:
        def m(self): return 2.5

    def same(self): pass
    def same(self): return 7


class E(D):
    def m(self):
        return (super().m(), self.same())


d, e = D(), E()
print(d.m(), e.m(), d.same())
g = d.m
print(g(), [f() for f in (d.m, e.m, e.same)])
t = (1 % (d.same() or 3), [1, 2])
a, (b, c) = t
print(t, a, b, c)
C = outer(3)
print(C().m(), C().m(5), C().twice())
for x in (d, e):
    print(x.m(), x.same())
