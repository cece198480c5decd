# types: dynamic
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)
class subclass(float):
    pass
t(lambda: subclass(x=0))
class swi(float):
    def __init__(self, arg, newarg=None):
        self.newarg = newarg
u = swi(2.5, newarg=3)
print(u, u.newarg, type(u))
class swn(float):
    def __new__(cls, arg, newarg=None):
        self = super().__new__(cls, arg)
        self.newarg = newarg
        return self
u = swn(2.5, newarg=3)
print(u, u.newarg)
class li(list):
    def __init__(self, seq, newarg=None):
        super().__init__(seq)
        self.newarg = newarg
u = li([1, 2], newarg=3)
print(u, u.newarg)
