class Base:
    def __init__(self): self._v = 1
    @property
    def spam(self): return self._v
    @spam.setter
    def spam(self, v): self._v = v
class Sub(Base):
    @Base.spam.getter
    def spam(self): return self._v * 10
    @spam.setter
    def spam(self, v): self._v = v + 1
class Sub2(Base):
    @Base.spam.getter
    def spam(self): return -self._v
class Sub3(Base):
    @Base.spam.setter
    def spam(self, v): self._v = v * 100
    @spam.deleter
    def spam(self): print("del", self._v)
for c in (Base, Sub, Sub2, Sub3):
    o = c(); o.spam = 5; print(c.__name__, o.spam)
o = Sub3(); del o.spam
