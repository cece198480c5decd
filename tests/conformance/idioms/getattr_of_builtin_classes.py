from collections import deque

def call_all(x, names):
    for n in names:
        m = getattr(x, n)
        print(n, callable(m))

call_all([3, 1, 2], ["append", "sort", "pop"])

s = "hello world"
for name in "upper title capitalize swapcase".split():
    print(name, getattr(s, name)())

for op in ["__add__", "__mul__", "__sub__"]:
    if op == "__mul__":
        print(getattr(7, op)(3))
    else:
        print(getattr(7, op)(2))

d = deque([1, 2, 3])
for m, a in [("append", 5), ("appendleft", 0)]:
    getattr(d, m)(a)
print(d)
for m in ("nothing", "popleft", "rotate"):
    print(m, hasattr(d, m))

class Calc:
    def op_add(self, a, b): return a + b
    def op_mul(self, a, b): return a * b
    def run(self, name, a, b):
        f = getattr(self, "op_" + name, None)
        if f is None:
            return "no such op " + name
        return f(a, b)

c = Calc()
print(c.run("add", 2, 3), c.run("mul", 2, 3), c.run("pow", 2, 3))
try:
    getattr([], "x" + "y")
except AttributeError as e:
    print(e)

class Stack(list):
    def peek(self): return self[-1]
st = Stack([1, 2])
for w in ["peek", "pop"]:
    print(w, getattr(st, w)())
print(st)
