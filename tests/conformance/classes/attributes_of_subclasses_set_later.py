class Base:
    tag = "b" + str(1)
    n = 0
    @classmethod
    def make(cls):
        cls.n += 1
        return cls.n
class D(Base): pass
def show(): return D.tag, D().tag, Base.tag, D.n
print(show())
D.tag = "d" + str(2)
print(show())
print(D.make(), Base.make(), D.make(), Base.n, D.n)
