import math
import math as m2
def show():
    return math.tau2 + 1
math.tau2 = 5; print(m2.tau2, math is m2, show())
import string
print(hasattr(string, "extra"), hasattr(math, "tau2"), hasattr(math, "tau3"))
string.extra = "x"
print(hasattr(string, "extra"), string.extra)
x = 10
def f():
    x = 20
    class In:
        y = x; x = 30
        def m(self): return x
    return In.y if hasattr(In, 'y') else None, In.x, In().m()
print(f())
z = 1
class C:
    w = z
    z = w + 1
    a = [z for _ in range(2)]
print(C.w, C.z, C.a, z)
try:
    print(math.nope)
except AttributeError as e:
    print(e)
