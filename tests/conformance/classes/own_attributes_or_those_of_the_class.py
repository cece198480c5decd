class A:
    key = len
    def __init__(self, k=None):
        if k:
            self.key = k
    def f(self, x):
        return self.key(x)

def shout(x): return x.upper() + "!"
print(A().f("abc"))
print(A(lambda s: len(s) * 10).f("abc"))

class B:
    def hook(self, x): return ("method", x)
    def __init__(self, k=None):
        if k is not None:
            self.hook = k
    def run(self, x): return self.hook(x)
print(B().run(1), B(lambda x: ("own", x)).run(2))

def g1(self, x): return ("g1", x)
def g2(self, x): return ("g2", x)
import sys
class C:
    hook = g1 if len(sys.argv) > 5 else g2
    def __init__(self, k=None):
        if k is not None:
            self.hook = k
    def run(self, x): return self.hook(x)
print(C().run(1), C(lambda x: ("own", x)).run(2))

class D:
    if len(sys.argv) > 5:
        hook = len
    else:
        def hook(self, x): return 7
    def __init__(self, k=None):
        if k is not None:
            self.hook = k
    def run(self, x): return self.hook(x)
print(D().run([1]), D(lambda x: 100).run([2]))

class E:
    hook = None
    other = staticmethod(len)
    def __init__(self, k=None):
        if k is not None:
            self.hook = k
            self.other = k
    def run(self, x):
        if self.hook is None:
            return "none"
        return self.hook(x)
    def run2(self, x): return self.other(x)
print(E().run(1), E(lambda x: ("own", x)).run(2))
print(E().run2("abcd"))
print(E(lambda x: 77).run2("abcd"))
