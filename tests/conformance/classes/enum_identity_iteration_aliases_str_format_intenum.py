# Enum: identity, iteration, aliases, str/format of IntEnum (3.11 changed it).
from enum import Enum, IntEnum, Flag, auto
class C(Enum): A = 1; B = 2; Z = 1
class I(IntEnum): X = 3
class F(Flag): R = auto(); W = auto()
print(C.A is C(1), C.Z is C.A, list(C), C['B'], str(C.A), repr(C.A), f'{C.A}', str(I.X), f'{I.X}', repr(I.X), I.X + 1, F.R | F.W, C.A == 1)
