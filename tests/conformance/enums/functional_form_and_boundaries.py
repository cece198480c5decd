import enum
from enum import Enum, IntEnum, Flag, IntFlag, auto, verify, UNIQUE, CONTINUOUS, NAMED_FLAGS, STRICT, CONFORM, EJECT, KEEP, FlagBoundary, nonmember, member
def show(f, *a):
    try: print(f(*a))
    except (ValueError, TypeError, AttributeError, KeyError) as e: print(type(e).__name__, e)
Color = Enum("Color", "RED GREEN BLUE")
print(list(Color), Color.RED, Color(2), Color["BLUE"].value, Color, Color.GREEN.name, isinstance(Color.RED, Color))
Animal = Enum("Animal", ["ANT", "BEE"], start=5)
Pair = Enum("Pair", [("A", 1.5), ("B", 2.5)])
Map = Enum("Map", {"X": "x", "Y": "y"})
Num = IntEnum("Num", "ONE, TWO, THREE", module=__name__)
Perm = Flag("Perm", "R W X")
IPerm = IntFlag("IPerm", ["R", "W"])
Word = enum.StrEnum("Word", "Foo Bar")
print(list(Animal), list(Pair), list(Map), list(Num), Num.TWO + 1, list(Perm), Perm.R | Perm.X, list(IPerm), IPerm.R | 8, list(Word), Word.Foo + "!")
class Base(Enum):
    def hello(self): return "hello " + self.name
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
Derived = Base("Derived", "UP DOWN")
print([m.hello() for m in Derived], [m.value for m in Derived])
class Strict(Flag, boundary=STRICT):
    A = 1; B = 2; D = 8
class Conform(Flag, boundary=CONFORM):
    A = 1; B = 2
class Eject(Flag, boundary=EJECT):
    A = 1; B = 2
class Keep(Flag, boundary=KEEP):
    A = 1; B = 2
class IS(IntFlag, boundary=STRICT):
    A = 1; B = 2
class Def(Flag):
    A = 1; B = 2
for c in (Strict, Conform, Keep, IS, Def):
    print(c, c.__name__, len(c), c._boundary_ if hasattr(c, "_boundary_") and c in (Strict, Keep) else "")
for v in (0, 3, 4, 9, 16, -1, -2, -17, 100):
    show(Strict, v); show(Conform, v); show(Keep, v); show(IS, v); show(Def, v); show(Eject, v)
print(Strict.A | Strict.B, ~Strict.A, Strict.A & Strict.B, Keep.A | Keep(8), Eject(1))
show(Strict, "x")
print(FlagBoundary.STRICT, repr(enum.KEEP), STRICT is FlagBoundary.STRICT, STRICT.value)
@verify(UNIQUE, CONTINUOUS)
class Ok(Enum):
    A = 1; B = 2; C = 3
try:
    @verify(UNIQUE)
    class Bad1(Enum):
        A = 1; B = 1; C = 1
except ValueError as e: print(e)
try:
    @verify(CONTINUOUS)
    class Bad2(IntEnum):
        A = 1; B = 4
except ValueError as e: print(e)
try:
    @verify(CONTINUOUS)
    class Bad3(Flag):
        A = 1; B = 4; C = 32
except ValueError as e: print(e)
try:
    @verify(NAMED_FLAGS)
    class Bad4(Flag):
        A = 1; B = 2; AB = 3; Q = 12
except ValueError as e: print(e)
try:
    @verify(NAMED_FLAGS)
    class Bad5(Flag):
        A = 1; E = 9; F = 3; G = 4
except ValueError as e: print(e)
class Mixed(Enum):
    A = 1
    LIMIT = nonmember(10)
    @enum.property
    def double(self): return self.value * 2
    @property
    def triple(self): return self.value * 3
print(list(Mixed), Mixed.LIMIT, Mixed.A.double, Mixed.A.triple)
print(enum.bin(10), enum.bin(~10), enum.bin(3, 6), enum.bin(-3, 6), enum.show_flag_values(13), enum.show_flag_values(Perm.R | Perm.X), Color._member_names_, Perm)
show(lambda: Color["NOPE"])
show(Color, 9)
for m in reversed(Color): print(m.name, end=" ")
print(Color.RED in Color, Perm.R in Perm.R | Perm.W, bool(Perm(0)), Perm(0), repr(Perm(0)), len(Perm.R | Perm.W))
