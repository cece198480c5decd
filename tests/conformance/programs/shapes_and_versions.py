import math
from functools import total_ordering, partial, reduce
from enum import Enum, auto

class Validated:
    def __init__(self, check, message):
        self.check = check
        self.message = message
    def __set_name__(self, owner, name):
        self.slot = "_" + name
    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return getattr(obj, self.slot)
    def __set__(self, obj, value):
        if not self.check(value):
            raise ValueError(self.message.format(value))
        setattr(obj, self.slot, value)

positive = partial(Validated, lambda v: v > 0, message="{} is not positive")

class Shape:
    registry = {}
    def __init_subclass__(cls, /, sides=0, **kw):
        super().__init_subclass__(**kw)
        cls.sides = sides
        Shape.registry[cls.__name__.lower()] = cls
    @classmethod
    def create(cls, kind, *args):
        try:
            return cls.registry[kind](*args)
        except KeyError:
            raise ValueError(f"unknown shape {kind!r}; one of {', '.join(sorted(cls.registry))}") from None
    def area(self):
        raise NotImplementedError
    def __repr__(self):
        return f"{type(self).__name__}({self.area():.2f})"

class Circle(Shape):
    radius = positive()
    def __init__(self, r): self.radius = r
    def area(self): return math.pi * self.radius ** 2

class Rect(Shape, sides=4):
    width = positive()
    height = positive()
    def __init__(self, w, h): self.width, self.height = w, h
    def area(self): return self.width * self.height

class Square(Rect, sides=4):
    def __init__(self, a): super().__init__(a, a)

for kind, args in [("circle", (1,)), ("rect", (2, 3)), ("square", (4,))]:
    s = Shape.create(kind, *args)
    print(s, s.sides, isinstance(s, Rect))
for bad in (lambda: Shape.create("hexagon", 1), lambda: Rect(-1, 2), lambda: Circle(0)):
    try:
        bad()
    except ValueError as e:
        print("error:", e)

@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))
    def __eq__(self, other): return self.parts == other.parts
    def __lt__(self, other): return self.parts < other.parts
    def __hash__(self): return hash(self.parts)
    def __str__(self): return ".".join(map(str, self.parts))
versions = [Version(v) for v in ("1.10", "1.2", "1.2.1", "0.9")]
print([str(v) for v in sorted(versions)], max(versions) >= Version("1.10"), Version("1.0") != Version("1.0.0"), len({Version("1"), Version("1")}))

class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]:
            raise ValueError(f"shapes {self.shape} and {o.shape} do not match")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1: result = result @ base
            base = base @ base
            n >>= 1
        return result
    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]
    def __setitem__(self, ij, v):
        self.rows[ij[0]][ij[1]] = v
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __iter__(self): return (x for r in self.rows for x in r)
    def __str__(self): return "\n".join(" ".join(f"{x:>4}" for x in r) for r in self.rows)
    def transpose(self): return Matrix(zip(*self.rows))
fib = Matrix([[1, 1], [1, 0]])
print((fib ** 90)[0, 1], sum(fib ** 10), (fib ** 5).transpose() == fib ** 5)
m = Matrix([[1, 2, 3], [4, 5, 6]])
m[0, 1] = 20
print(m, m.transpose().shape, sep="\n")
try:
    m @ m
except ValueError as e:
    print(e)

class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    DONE = auto()
    def next(self):
        order = list(State)
        return order[(order.index(self) + 1) % len(order)]
s = State.IDLE
trail = []
for _ in range(4):
    trail.append(s.name)
    s = s.next()
print(" -> ".join(trail), State["DONE"].value, State(2), [m.name for m in State if m is not State.IDLE])
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(lambda x: x * 2, lambda x: x + 1)(41), list(map(partial(pow, 2), range(5))), partial(int, base=2)("101"))
