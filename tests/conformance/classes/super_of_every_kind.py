import functools
class Meta(type):
    def __call__(cls, *args):
        o = super().__call__(*args)
        o.made = True
        return o
class A:
    """doc of A"""
    table = {"a": 1}
    def __init__(self, v=1):
        self.v = v
        self.log = []
    @property
    def size(self): return self.v
    @size.setter
    def size(self, n):
        self.v = n
    @functools.cached_property
    def slow(self):
        self.log.append("slow")
        return self.v * 10
    @staticmethod
    def helper(x, y=2): return x * y
    @classmethod
    def make(cls, *a): return cls(*a)
    def __eq__(self, o): return isinstance(o, A) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"A({self.v})"
    def gen(self):
        yield 1
        yield from [2, 3]
    def __getitem__(self, k): return self.table[k]
class B(A):
    table = {"a": 2}
    @property
    def size(self): return super().size + 100
    @size.setter
    def size(self, n):
        A.size.fset(self, n + 1)
    @staticmethod
    def helper(x): return A.helper(x, 5)
    def twice(self): return super().helper(3), super().helper(3, y=4)
    @classmethod
    def make(cls, *a):
        o = super().make(*a)
        o.log.append("made")
        return o
    def __repr__(self): return "B<" + super().__repr__() + ">"
    def __hash__(self): return super().__hash__() + 1
    def __eq__(self, o): return super().__eq__(o)
    def gen(self):
        yield 0
        yield from super().gen()
    def __getitem__(self, k): return super().__getitem__(k), super().table[k]
    def slowly(self): return super().slow
class C(B):
    pass
class C2(B):
    @property
    def size(self): return super().size * 2
    def twice(self): return [super().twice()] * 2
class M1:
    def who(self): return "M1"
    @property
    def p(self): return "p1"
class M2:
    def who(self): return "M2"
    @property
    def p(self): return "p2"
class D(M1, M2):
    def who(self): return super().who() + super(M1, self).who()
    @property
    def p(self): return super().p + super(M1, self).p
class I(int):
    def __add__(self, o): return I(super().__add__(o))
    def bit_length(self): return super().bit_length() + 1000
    @property
    def real(self): return super().real + 7
class L(list):
    def append(self, x):
        super().append(x)
        super().append(-x)
    def __getitem__(self, i): return super().__getitem__(i) * 2
class S(str):
    def upper(self): return super().upper() + "!"
for cls in (A, B):
    o = cls(3)
    print(o, o.size, hash(o), o == cls(3))
    o.size = 9 if cls is A else 20
for o in [B(3), C2(4)]:
    print(o.size, o.twice(), list(o.gen()), o["a"], o.slowly(), o.slowly(), o.log)
print(B.make(5).log, C.make().size, B.helper(2), C.helper(3), D().who(), D().p)
print(I(5) + 3, type(I(5) + 3).__name__, I(5).bit_length(), I(5).real)
l = L(); l.append(4); print(l, l[0], S("abc").upper())
class P(metaclass=Meta):
    def __init__(self, x): self.x = x
print(P(4).x, P(5).made)
class Cfg:
    def __getattr__(self, name):
        if name.startswith("x"): return name
        raise AttributeError(name)
class Cfg2(Cfg):
    def __getattr__(self, name):
        return "2" + super().__getattr__(name)
print(Cfg2().xa)
try:
    print(Cfg2().ya)
except AttributeError as e: print(repr(e))
