# inference: not compared
"""Overloads, and functions that a body defines again."""
from typing import overload
class A:
    @overload
    def f(self, x: int) -> int: ...
    @overload
    def f(self, x: str) -> str: ...
    def f(self, x):
        return x
    @overload
    def __getitem__(self, i: int) -> str: ...
    @overload
    def __getitem__(self, i: slice) -> list: ...
    def __getitem__(self, i):
        if isinstance(i, slice): return [i.start]
        return str(i)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
a = A()
print(a.f(1), a.f('x'), g(2), g('y'), a[1], a[1:2])
class C:
    def __len__(self): return 1
    def m(self): return 'first'
    def __len__(self): return 2
    def m(self): return 'second'
    x = 1
    x = x + 1
print(len(C()), C().m(), C.x)
def h(): return 1
def h(): return 'two'
print(h())
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): print('deleted')
    @staticmethod
    def s(): return 's1'
    @staticmethod
    def s(k=2): return f's{k}'
    def deco(f):
        print('deco', f.__name__)
        return f
    @deco
    def t(self): return 1
    @deco
    def t(self): return 'two'
    t2 = t
    def t(self): return 3.5
p = P(); p.v = 5; print(p.v); del p.v; print(P.s(), p.t(), p.t2())
def outer():
    def inner(): return 1
    f = inner
    def inner(): return 'x'
    return f(), inner()
print(outer())
def k(): return 1
x = k()
def k(): return 'k'
print(x, k())
