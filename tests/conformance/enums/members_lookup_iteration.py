# Enumerations: members, lookup, iteration, aliases, members with state.
from enum import Enum, auto, unique
import enum

class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return self.name.lower() + "!"

    @property
    def warm(self):
        return self in (Color.RED,)

    @classmethod
    def default(cls):
        return cls.GREEN

print(Color.RED, repr(Color.GREEN), Color.BLUE.name, Color.BLUE.value)
print(Color(2), Color["BLUE"], Color.CRIMSON, Color.CRIMSON is Color.RED)
for c in Color:
    print(c, c.describe(), c.warm)
print(len(Color), list(Color), Color.default())
try:
    Color(9)
except ValueError as e:
    print(e)
try:
    Color["PINK"]
except KeyError as e:
    print("KeyError", e)
d = {Color.RED: "stop", Color.GREEN: "go"}
print(d[Color.RED], d.get(Color.BLUE), Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE)
print(f"{Color.RED} {Color.RED!r} {Color.RED:>12}|", "%s" % Color.RED)
print(Color.RED in Color, Color, type(Color.RED), isinstance(Color.RED, Color))
print([(n, m.value) for n, m in Color.__members__.items()])

class Shape(Enum):
    SQUARE = auto()
    CIRCLE = auto()

print([s.value for s in Shape])

class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        G = 6.67300E-11
        return G * self.mass / (self.radius * self.radius)

for p in Planet:
    print(p.name, round(p.gravity, 3), p.value)

def handle(c):
    match c:
        case Color.RED:
            return "r"
        case Color.GREEN | Color.BLUE:
            return "gb"
print(handle(Color.RED), handle(Color.BLUE))
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)

def local():
    class Op(enum.Enum):
        ADD = "+"
        SUB = "-"
        def apply(self, a, b):
            if self is Op.ADD:
                return a + b
            return a - b
    return [op.apply(5, 3) for op in Op]
print(local())
print({s.name: s for s in Shape})
print(sorted(Color, key=lambda c: c.value, reverse=True))
