# types: dynamic
# getattr and its kin as values, and with wrong arguments.
class A:
    def __init__(self): self.x = 1; self.y = "s"
    def m(self): return 5
a = A()
get = getattr
print(get(a, "x"), get(a, "y"), get(a, "z", 7), list(map(getattr, [a, a], ["x", "y"])))
print(list(map(hasattr, [a, a], ["x", "q"])))
setattr(a, "x", 9)
f = setattr
f(a, "y", "t")
print(a.x, a.y)
d = delattr
d(a, "y")
print(hasattr(a, "y"))
for k in (lambda: getattr(1), lambda: getattr(), lambda: getattr(a, "x", 1, 2), lambda: hasattr(a), lambda: setattr(a, "x"), lambda: delattr(a), lambda: getattr(a, "nope"), lambda: getattr(a, "x", default=3)):
    try: print(k())
    except Exception as e: print(type(e).__name__, e)
import functools
g = functools.partial(getattr, a)
print(g("x"))
print(sorted([A(), A()], key=lambda o: getattr(o, "x"))[0].x)
