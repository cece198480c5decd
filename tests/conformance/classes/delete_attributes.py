# Deleting attributes: plain, in slots, properties, descriptors, __delattr__.
class A:
    def __init__(self): self.x = 1
class S:
    __slots__ = ('x',)
    def __init__(self): self.x = 1
for c in (A, S):
    a = c(); del a.x
    try: del a.x
    except AttributeError as e: print(e)
    try: a.x
    except AttributeError as e: print(e)
    a.x = 5; print(a.x)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): "doc v"; return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): print('del'); del self._v
p = P(); p.v = 3; print(p.v); del p.v
try: p.v
except AttributeError as e: print(e)
print(P.v.fget.__name__)
class D:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t=None): return self if o is None else o.__dict__.get(self.n, 'unset')
    def __delete__(self, o): print('delete', self.n)
class Q:
    d = D()
q = Q()
del q.d
class H:
    def __init__(self): self.k = 1
    def __delattr__(self, n):
        print('delattr', n)
        super().__delattr__(n)
h = H(); del h.k; print(hasattr(h, 'k')); h.k = 2; delattr(h, 'k')
