# types: dynamic
# What super() and object give for comparisons, names and formats; != where __ne__ declines.
class A:
    def __init__(self, n): self.n = n
    def __eq__(self, o):
        if isinstance(o, A):
            return self.n == o.n
        return super().__eq__(o)
    def __ne__(self, o):
        return not self == o
    def __hash__(self):
        return super().__hash__()
    def __repr__(self):
        return super().__repr__()[:10]
    def __str__(self):
        return super().__str__()
a = A(1)
print(a == A(1), a != A(1), a == 3, a != 3, a, str(a))
class B:
    def __ne__(self, o):
        return super().__ne__(o)
    def __setattr__(self, k, v):
        super().__setattr__(k, v)
    def __delattr__(self, k):
        object.__delattr__(self, k)
    def __sizeof__(self):
        return object.__sizeof__(self) + 8
    def __dir__(self):
        return ["a"] + list(super().__dir__())[:0]
    def __format__(self, spec):
        return "B" + spec
    def __reduce__(self):
        return (B, ())
    def __lt__(self, o):
        return super().__lt__(o)
b = B()
b.x = 3
print(b.x, b == b, b != b, b != 3, f"{b:x}", dir(b))
try:
    print(b < b)
except TypeError as e:
    print(e)
print(object.__eq__(a, a), object.__ne__(a, 3), object.__eq__(a, 3))
print((5).__ne__(5), (5).__ne__("a"), "a".__ne__("b"), [1].__ne__([2]), a.__ne__(3), object().__eq__(3))


class B:
    def __ne__(self, o):
        return super().__ne__(o)
class C:
    def __ne__(self, o):
        return NotImplemented
class D:
    def __ne__(self, o):
        return object.__ne__(self, o)
print(B() != 3, C() != 3, D() != 3)
print(B().__ne__(3), D().__ne__(3), object.__ne__(B(), 3))
b = B()
print(b != b, b != "a", b != None, b != B(), 3 != b)
class E:
    def __init__(self, v): self.v = v
    def __ne__(self, o):
        if isinstance(o, E):
            return self.v != o.v
        return NotImplemented
class F(E):
    pass
for x in (E(1), F(2), 3, None, "a", [1], (1,)):
    for y in (E(1), F(2), 3, None, "a", [1], (1,)):
        print(x != y, end=" ")
print()
e = E(1)
print(e == e, e == E(1), e != e, [e] != [e], [e] != [E(1)], (e,) != (e,))
