class Call:
    def __init__(self, k): self.k = k
    def __call__(self, x): return x + self.k
class A:
    f = staticmethod(Call(3))
    g = staticmethod(len)
    h = staticmethod(lambda x: x * 2)
    n = staticmethod(5)
    t = staticmethod((1, 2))
    def use(self): return self.f(1), self.g("ab"), self.h(4), self.n, self.t
print(A().use(), A.f(2), A.g([1]), A.h(1), A.n, A().t)
