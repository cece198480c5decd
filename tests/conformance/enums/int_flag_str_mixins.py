# Enumerations of ints, flags and strings; _missing_; a base without members.
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto

class Prio(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10

print(Prio.LOW, repr(Prio.MID), Prio.LOW < Prio.HIGH, Prio.LOW + 1, Prio.MID == 5, sorted([Prio.HIGH, Prio.LOW]))
print(f"{Prio.HIGH:03d}", "%d" % Prio.MID, int(Prio.LOW), [10, 20, 30][Prio.LOW], max(Prio), sum(Prio))
print(isinstance(Prio.LOW, int), Prio(5), Prio["HIGH"], {1: "a"}[Prio.LOW], Prio.HIGH.name, Prio.HIGH.value)
print(range(Prio.LOW), str(Prio.LOW), Prio.LOW in (1, 2), Prio.HIGH - Prio.LOW, 2 * Prio.MID, -Prio.LOW, Prio.HIGH / 4)
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W

p = Perm.R | Perm.W
print(p, repr(p), p is Perm.RW, Perm.R in p, Perm.X in p, bool(p & Perm.X), p.value, Perm.X.value)
print(list(Perm), ~Perm.R, Perm.R ^ Perm.RW, Perm(5), Perm(0), [f.name for f in Perm(7)])
try:
    Perm(16)
except ValueError as e:
    print(e)

class IF(IntFlag):
    A = 1
    B = 2
    C = 4
x = IF.A | IF.C
print(x, repr(x), x & 4, x == 5, IF.A | 2, IF(6), x + 1)

class S(StrEnum):
    RED = auto()
    GREEN = "g"
print(S.RED, repr(S.GREEN), S.RED == "red", S.RED.upper(), f"{S.GREEN}!", S("g"), S.RED + "x", len(S.RED))

class Level(int, Enum):
    LOW = 1
    HIGH = 2
print(Level.LOW, repr(Level.HIGH), Level.LOW < Level.HIGH, Level.LOW == 1, Level.HIGH + 1, f"{Level.LOW}")
class Kind(str, Enum):
    A = "a"
    B = "b"
print(Kind.A, Kind.A == "a", Kind("b"), Kind.B.value, {"a": 1}[Kind.A])

class W(Enum):
    MON = auto()
    TUE = auto()
    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for m in cls:
                if m.name.lower() == value.lower():
                    return m
        return None
    def next(self):
        members = list(W)
        i = members.index(self)
        return members[(i + 1) % len(members)]
    def __str__(self):
        return self.name.title()
print(W("tue"), W.MON.next(), W.TUE.next(), f"{W.MON}", W.MON.value)
class Base(Enum):
    def hello(self):
        return "hello " + self.name
class D(Base):
    X = "x"
    Y = "y"
print(D.X.hello(), D("y"), [d for d in D])
print({p.name: p.value for p in Prio}, Prio.LOW.__class__.__name__, hash(Prio.LOW) == hash(1))
