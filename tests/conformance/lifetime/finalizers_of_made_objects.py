# Objects that a __new__, object.__new__ or copy made, and those of subclasses of builtin values, are finalized.
class P:
    def __new__(cls, *args):
        self = super().__new__(cls)
        print("new", args)
        return self
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print("del", self.n)
P(3)
def f():
    p = P("x")
    q = p
f()
class Bare:
    def __del__(self):
        print("bare")
b = object.__new__(Bare)
del b
class E(ValueError):
    def __del__(self):
        print("del E")
try:
    raise E("a")
except E as e:
    print(e)
import copy
class C:
    def __init__(self): self.a = 1
    def __del__(self): print("C", self.a)
c = C()
d = copy.copy(c)
d.a = 2
del d
del c
class X(int):
    def __del__(self):
        print("del", int(self))
class S(str):
    def __init__(self, x, y=0):
        self.y = y
    def __del__(self):
        print("del", str(self), self.y)
def f():
    x = X(3)
    print(x + 1)
    s = S("a")
f()
X(4)
l = [X(5), X(6)]
l.pop()
l[0] = None
table = {i: X(i) for i in range(8)}
def iter_and_mutate():
    for result in table.items():
        print(result[0])
        if result[0] == 2:
            table[2] = None
            table.clear()
try:
    iter_and_mutate()
except RuntimeError as e:
    print(e)
class B(bytes):
    def __del__(self):
        print("del", len(self))
B(b'abc')
class T(tuple):
    def __del__(self):
        print("del", len(self))
T((1, 2))
