class L(list):
    def __new__(cls, seq, newarg=None):
        self = super().__new__(cls, seq)
        self.newarg = newarg
        return self
    def __init__(self, seq, newarg=None):
        super().__init__(seq)
u = L([1, 2], newarg=3)
print(type(u).__name__, u, u.newarg)
class D(dict):
    def __new__(cls, *a, **k):
        self = dict.__new__(cls)
        self.tag = "t"
        return self
d = D(a=1)
print(d, d.tag)
class S(set):
    def __new__(cls, items=()):
        self = super().__new__(cls)
        self.n = 1
        return self
s = S([3])
print(s, s.n)
