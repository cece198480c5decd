class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner):
        return (self.name, self.f(obj))
class C:
    @Lazy
    def area(self): return 5
    twice = Lazy(lambda self: 6)
print(C().area, C().twice)


class Noisy:
    def __init__(self, tag):
        self.tag = tag

    def __set_name__(self, owner, name):
        print("named", self.tag, owner.__name__, name)


shared = Noisy("shared")


class D:
    z = Noisy(1)
    a: Noisy = Noisy(2)
    again = z
    z = Noisy(3)
    if True:
        pass
    other = shared
    gone = Noisy(4)
    del gone

    def plain(self):
        return 1

    @property
    def p(self):
        return 2

    @staticmethod
    def s():
        return 3


print(D().p, D.s())


class E(D):
    b = Noisy(5)


print(E.z.tag)
