# features not in the grammar yet
import itertools, functools, operator
class Stack:
    def __init__(self, *items): self.items = list(items)
    def __iter__(self): return iter(self.items)
    def __len__(self): return len(self.items)
    def __bool__(self): return len(self.items) > 1
    def __contains__(self, x): return x in self.items
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __reversed__(self): return reversed(self.items)
    def __format__(self, spec): return f"<{spec}:{len(self)}>"
    def __radd__(self, other): return other + sum(self.items)
    def __mul__(self, n): return Stack(*(self.items * n))
    __rmul__ = __mul__
    def __neg__(self): return Stack(*[-x for x in self.items])
    def __abs__(self): return Stack(*[abs(x) for x in self.items])
    def __int__(self): return sum(self.items)
    def __float__(self): return float(sum(self.items))
    def __index__(self): return len(self.items)
    def __le__(self, o): return len(self) <= len(o)
    def __matmul__(self, o): return [a * b for a, b in zip(self, o)]
    def __enter__(self): print("in"); return self
    def __exit__(self, *a): print("out", a[0] is None); return True
    def __getattr__(self, name): return name.upper()
s = Stack(1, -2, 3)
print(list(s), len(s), bool(s), 3 in s, s[0], s[-1], s[1:], list(reversed(s)), f"{s:abc}", 10 + s, list(s * 2), list(2 * s), list(-s), list(abs(s)))
print(int(s), float(s), [10, 20, 30, 40][s], s <= Stack(1), s @ Stack(4, 5), s.nothing, range(10)[s])
s[0] = 9; del s[1]; print(s.items, s.foo + "x")
with s as t: raise ValueError("gone")
a, *b = s; print(a, b, max(s), sum(s), sorted(s), dict(enumerate(s)), list(zip(s, "ab")), *s)
def deco(n):
    def d(f):
        @functools.wraps(f)
        def w(*a, **k):
            print("call", f.__name__, a, k)
            return f(*a, **k) * n
        return w
    return d
@deco(3)
@deco(2)
def add(x, y=1, *, z=0): return x + y + z
print(add(1), add(1, 2, z=3))
def walk(n):
    try:
        r = yield n
        while r:
            r = yield r * 2
    except ValueError as e:
        yield str(e)
    finally:
        print("fin", n)
    return "ret"
def outer():
    x = yield from walk(1)
    print("got", x)
    y = yield from walk(2)
    return (x, y)
g = outer()
print(next(g), g.send(5), g.send(None), g.throw(ValueError("thrown")))
try:
    while True: print(next(g))
except StopIteration as e: print(e.value)
print(list(itertools.chain.from_iterable([[1], [2, 3]])), list(itertools.accumulate([1, 2, 3], operator.mul)), functools.reduce(lambda a, b: a * 10 + b, [1, 2, 3]))
def f(n):
    for i in range(n):
        try:
            if i == 1: continue
            if i == 3: break
            yield i
        finally:
            print("f", i)
    else:
        print("else")
    try:
        return
    finally:
        yield "last"
print(list(f(2)), list(f(5)))
def tricky():
    for i in range(3):
        try:
            return i
        finally:
            if i < 2: continue
            print("leaving", i)
print(tricky())
def nested(n):
    try:
        try:
            1 // n
        except ZeroDivisionError as e:
            raise KeyError("k") from e
        finally:
            print("inner")
    except KeyError as e:
        return repr(e.__cause__), repr(e.__context__), e.args
    else:
        return "fine"
    finally:
        print("outer")
print(nested(0), nested(1))
x = [[0] * 3 for _ in range(2)]; x[0][1] += 5; x[1], x[0] = x[0], x[1]; print(x)
m = {}; m["a"] = m.get("a", 0) + 1; m["b"], m["c"] = 2, 3; print(m)
print(*(f"{n:>{w}.{p}f}" for n, w, p in [(3.14159, 8, 2), (2.5, 5, 0)]), f"{'x':{'*'}^7}", f"{1e100:.3g} {10**30:,} {-7:+05d} {255:#06x} {0.1:.20f} {1/3!r:>25}")
lst = list(range(10)); lst[2:5] = "ab"; lst[::3] = [None] * len(lst[::3]); print(lst)
print([*map(lambda a, b: a * b, [1, 2], [3, 4])], {**{"a": 1}, "b": 2}, [y for x in [[1, 2], [3]] for y in x if y != 2], {k: v for k, v in zip("ab", range(2))})
print(sorted("banana", key=lambda c: (-"banana".count(c), c)), "".join(sorted(set("hello"))), "a-b-c".rsplit("-", 1), "x".join("abc"), "%5.1f|%-5s|%05d" % (2.25, "ab", 42))
match [1, [2, {"k": 3, "z": 4}]]:
    case [a, [b, {"k": c, **rest}]] if c > 2: print(a, b, c, rest)
def vararg(a, /, b, *args, c=3, **kw): return a, b, args, c, sorted(kw.items())
print(vararg(1, 2), vararg(1, b=2, c=4, d=5), vararg(*[1, 2, 3], **{"c": 1, "e": 2}))
print((lambda *a, **k: (a, k))(1, x=2), (lambda x, y=[]: y.append(x) or y)(1))
import sys
print(sys.maxsize + 1, -7 // 2, -7 % 3, divmod(-7, 2), 7 // -2, 2 ** -1, (-2) ** 3, -2 ** 2, 10 ** 18 * 10 ** 18 // 7, round(2.5), round(-1.5), round(1234.567, -2), int("-0x1f", 16), int("101", 2), float("1e-5"), complex(1, 2) * 2j)
