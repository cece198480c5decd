class A:
    def __init__(self): self.v = 1
    def f(self): return self.v
    def g(self): return 10
    @classmethod
    def make(cls): return cls()
    def __repr__(self): return "A"
class B(A):
    def f(self):
        return super().f() + 1
    def g(self):
        h = lambda: self.v
        return super().g() + h()
    def __repr__(self):
        return "B" + super().__repr__()
    @classmethod
    def make(cls):
        x = super().make()
        x.v = 5
        return x
class C(B):
    def f(self):
        if self.v > 100:
            return 0
        for i in range(2):
            if i == 1:
                return super().f() * 10
print(B().f(), C().f(), B().g(), B(), C(), B.make().f(), [C().g() for _ in range(2)])
