class Temp:
    def __init__(self, c): self._c = c
    @property
    def f(self): return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @classmethod
    def freezing(cls): return cls(0)
t = Temp.freezing(); t.f = 212
print(t.f)
