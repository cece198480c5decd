# types: dynamic
# Descriptors, total_ordering, cached_property, comparison of bound methods, __mro__.
from functools import total_ordering, cached_property
import functools

@total_ordering
class V:
    def __init__(self, n):
        self.n = n
    def __eq__(self, o):
        if not isinstance(o, V):
            return NotImplemented
        return self.n == o.n
    def __lt__(self, o):
        if not isinstance(o, V):
            return NotImplemented
        return self.n < o.n
a, b = V(1), V(2)
print(a < b, a <= b, a > b, a >= b, a == b, max([a, b]).n)
class Circle:
    def __init__(self, r):
        self.r = r
    @cached_property
    def area(self):
        """the area"""
        print("computing")
        return 3 * self.r ** 2
c = Circle(2)
print(c.area, c.area)
c.area = 5
print(c.area)
class A:
    def m(self): pass
x = A()
y = A()
print(x.m == x.m, x.m == y.m, x.m is x.m, A.m is A.m, x.m != y.m)
class Positive:
    def __init__(self, default=0):
        self.default = default
    def __set_name__(self, owner, name):
        self.name = "_" + name
    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return getattr(obj, "_amount", self.default)
    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must be >= 0")
        obj._amount = value
class Acc:
    amount = Positive(7)
acc = Acc()
print(acc.amount)
acc.amount = 5
print(acc.amount, Acc.amount.name)
try:
    acc.amount = -1
except ValueError as e:
    print(e)
class B(A): pass
class C(B): pass
print([k.__name__ for k in C.__mro__], C.__bases__[0].__name__, C.__base__.__name__)
def mro():
    try:
        class X(A, B): pass
    except TypeError as e:
        print(str(e))
mro()
print(len(C.__mro__), C.mro if False else "")
