class S(str):
    def __new__(cls, a, b):
        return str.__new__(cls, a + b)
print(S("a", "b"), S("c", "d").upper())
s = S("x", "y")
print(type(s).__name__, isinstance(s, S))
class N(int):
    def __new__(cls, v):
        return int.__new__(cls, v * 2)
    def half(self): return N(self // 4)
print(N(4), type(N(4)).__name__, N(8).half())
print(str.__new__(str, 5), int.__new__(int, "7"), tuple.__new__(tuple, [1]), float.__new__(float, 2))
class Temp(float):
    def __new__(cls, v, unit="C"):
        t = float.__new__(cls, v)
        t.unit = unit
        return t
t = Temp(3.5, "F")
print(t, t.unit, t + 1)
