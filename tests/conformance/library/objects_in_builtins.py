# Objects with special methods as arguments of builtins; limits of int and float texts.
import sys
data = sys.stdin.read().split()
print(data, sys.argv[1:], len(sys.argv))
for line in sys.stdin: print(line)
x = int("9" * 4300); print(len(str(x)))
try: int("9" * 4301)
except ValueError as e: print(e)
print(10**25 // 3, -7 // 2, 7 % -3, 2**200 >> 190, (1 << 70) & 0xff, ~5, 5 ^ 3, int(-3.7), 0xff, 0b11, 1_000)
print(float("1e-5"), 1e22, 1e21, 123456789.123456789, 1/3, 5e-324, 1.7976931348623157e308, -0.0, 1e16, 1e15, 100.0, 2.5e-8)
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o): return V(o + self.x)
    def __repr__(self): return f"V({self.x})"
    def __len__(self): return self.x
    def __getitem__(self, i):
        if i >= self.x: raise IndexError(i)
        return i * 10
    def __contains__(self, v): return v == 1
    def __call__(self, *a): return a
    def __iter__(self): return iter([1, 2])
    def __bool__(self): return False
    def __hash__(self): return 7
    def __eq__(self, o): return isinstance(o, V) and o.x == self.x
    def __index__(self): return self.x
    def __float__(self): return 1.5
    def __int__(self): return 9
    def __format__(self, spec): return "<" + spec + ">"
v = V(3)
print(v + 1, 1 + v, sum([v, v], V(0)), len(v), v[1], list(v), 1 in v, v(1, 2), bool(v), {v: 1}[V(3)], [10, 20, 30, 40][v], hex(v), float(v), int(v), f"{v:abc}", "abc"[v:], range(v), "x" * v)
