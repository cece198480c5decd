# Sorting: stable, reversed, with keys, with exceptions and changes on the way.
import random
random.seed(3)
class K:
    def __init__(self, k, i): self.k = k; self.i = i
    def __lt__(self, o): return self.k < o.k
    def __repr__(self): return f"{self.k}.{self.i}"
for n in (0, 1, 2, 7, 8, 9, 15, 16, 17, 63, 100, 1000):
    a = [K(random.randrange(n // 3 + 1), i) for i in range(n)]
    b = sorted(a); c = sorted(a, reverse=True); d = sorted(a, key=lambda x: -x.k)
    ok = all(b[i].k < b[i + 1].k or (b[i].k == b[i + 1].k and b[i].i < b[i + 1].i) for i in range(n - 1))
    ok2 = all(c[i].k > c[i + 1].k or (c[i].k == c[i + 1].k and c[i].i < c[i + 1].i) for i in range(n - 1))
    ok3 = all(d[i].k > d[i + 1].k or (d[i].k == d[i + 1].k and d[i].i < d[i + 1].i) for i in range(n - 1))
    e = [random.randrange(50) for _ in range(n)]; f = list(e); f.sort(reverse=True); g = sorted(e); 
    print(n, ok, ok2, ok3, f == g[::-1], sum(e) == sum(f), sorted([str(x) for x in e]) == sorted(map(str, g)))
print(sorted([3.5, 1, 2.25, True]), sorted("hello"), sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([[2], [1, 5], [1]]))
class Bad:
    count = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        Bad.count += 1
        if Bad.count == 40: raise RuntimeError("stop")
        return self.v < o.v
x = [Bad(i * 7 % 31) for i in range(31)]
try: x.sort()
except RuntimeError as e: print(e, len(x), sorted(b.v for b in x) == list(range(31)))
y = [3, 1, 2]
def bad_key(v):
    y.append(9); return v
try: y.sort(key=bad_key)
except ValueError as e: print(e, y)
z = [3, 1, 2]
def raising(v):
    if v == 1: raise KeyError(v)
    return v
try: z.sort(key=raising)
except KeyError as e: print(repr(e), z)
try: [1, "a"].sort()
except TypeError as e: print(e)
