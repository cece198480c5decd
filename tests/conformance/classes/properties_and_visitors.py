class Base:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        Base.registry[key or cls.__name__.lower()] = cls
    @property
    def area(self):
        return 0
    @area.setter
    def area(self, v):
        raise AttributeError("read only")
class Sq(Base, key="square"):
    def __init__(self, s): self.s = s
    @property
    def area(self): return self.s ** 2
    @area.deleter
    def area(self): self.s = 0
class Cube(Sq):
    @Sq.area.getter
    def area(self): return Sq.area.fget(self) * 6
    @property
    def name(self): return type(self).__name__ + ":" + self.__class__.__qualname__
c = Cube(2)
print(c.area, c.name, sorted(Base.registry), Base.registry["square"](3).area)
s = Sq(4); del s.area; print(s.s, vars(s), s.__dict__)
try:
    s.area = 5
except AttributeError as e: print("AE", e)
class V:
    def visit(self, node):
        return getattr(self, "visit_" + type(node).__name__, self.generic)(node)
    def visit_int(self, n): return "int %d" % n
    def visit_str(self, n): return "str " + n
    def generic(self, n): return "other " + type(n).__name__
print([V().visit(x) for x in (1, "a", 2.5, None)])
