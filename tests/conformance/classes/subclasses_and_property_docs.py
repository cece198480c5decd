class Shape:
    registry = {}
    def __init_subclass__(cls, /, kind=None, **rest):
        super().__init_subclass__(**rest)
        cls.registry[kind or cls.__name__] = cls
    def area(self): return 0
class Square(Shape, kind="sq"):
    def __init__(self, a=2): self.a = a
    def area(self): return self.a ** 2
print([c.__name__ for c in Shape.__subclasses__()])
class Circle(Shape):
    def area(self): return 3
class Big(Square): pass
print([c.__name__ for c in Shape.__subclasses__()], Big.__subclasses__())
def all_subclasses(cls):
    found = []
    for c in cls.__subclasses__():
        found.append(c)
        found.extend(all_subclasses(c))
    return found
print([c.__name__ for c in all_subclasses(Shape)])
print([c().area() for c in Shape.__subclasses__()])
print(sorted(Shape.registry))
class Temp:
    def __init__(self, c): self._c = c
    @property
    def f(self):
        "Fahrenheit"
        return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    k = property(lambda self: self._c + 273, doc="Kelvin")
    def plain(self): return 1
    p = property(plain)
print(Temp.f.__doc__, Temp.k.__doc__, Temp.p.__doc__)
t = Temp(100)
print(t.f, t.k, t.p, Temp.f.fget(t))
t.f = 32
print(t._c)
