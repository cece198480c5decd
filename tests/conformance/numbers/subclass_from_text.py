class F(float):
    pass
class I(int):
    pass
class D(dict):
    pass
class E(dict):
    def __setitem__(self, key, value):
        dict.__setitem__(self, key, [value])
from collections import defaultdict
print(bool.from_bytes(b"\x00", "big"), bool.from_bytes(b"\x01", "big"), int.from_bytes(b"\x01\x00"), type(I.from_bytes(b"\x07", "big")).__name__, I.from_bytes(b"\x07", "big") + 1, int.from_bytes(b"\xff", "big", signed=True))
print(type(F.fromhex("0x1p1")).__name__, F.fromhex("0x1p1"), float.fromhex("0x1p-1"), type(D.fromkeys("ab")).__name__, D.fromkeys("ab", 1), dict.fromkeys("ab"), E.fromkeys([1], 2))
d = defaultdict.fromkeys("xy", 0)
print(d, type({}.fromkeys("a")).__name__, {1: 2}.fromkeys([3], "v"), D({1: 2}).fromkeys([3], "v"))
