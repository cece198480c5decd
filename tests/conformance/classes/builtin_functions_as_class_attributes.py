import operator, math, time, io, heapq
class A:
    size = len
    op = operator.add
    root = math.sqrt
    opener = open
    op2 = staticmethod(operator.mul)
    kind = type
    conv = int
    show = repr
    def __init__(self): self.x = 3
    def method(self, y): return self.x + y
    lam = lambda self, y: y
    push = heapq.heappush
    def use(self):
        return self.size([1, 2]), self.op(1, 2), self.root(9), self.op2(2, 3), self.kind(3), self.conv("4"), self.show("a"), self.lam(5), self.method(1)
a = A()
print(a.use(), a.size("abc"), A.size("ab"), A.op(3, 4))
l = []
a.push(l, 3)
print(l)
class B(A):
    op = operator.sub
    size = max
print(B().use()[1], B().size(3, 4))
class Base:
    fn = abs
    def go(self, x): return self.fn(x)
class Neg(Base):
    def fn(self, x): return -x
print([o.go(-3) for o in (Base(), Neg())])
class Shape:
    keyfunc = None
    def sort(self, items): return sorted(items, key=self.keyfunc)
class ByLen(Shape):
    keyfunc = len
print(ByLen().sort(["aaa", "b"]), Shape().sort(["b", "a"]))
f = a.size
print(f([1]))
try:
    a.size()
except TypeError as e:
    print(e)
