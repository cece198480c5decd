x = 5
y = "q"
def f():
    z = 1
    w = [1]
    print(locals())
    return sorted(k for k in globals() if not k.startswith("__"))
print(f())
def g(a, b=2, *c, **d):
    if a:
        e = 1
    print(locals())
g(0); g(1, 2, 3, k=4)
def cmd_add(a, b): return a + b
def cmd_mul(a, b): return a * b
for op in ("add", "mul", "sub"):
    fn = globals().get("cmd_" + op)
    print(op, fn(3, 4) if fn else None)
print("x" in globals(), globals()["x"], "nope" in globals())
globals()["x"] = 7
print(x)
def setter():
    globals()["y"] = "changed"
setter()
print(y)
def outer(n):
    def inner():
        return n + 1
    print(sorted(locals()))
    return inner()
print(outer(3))
class Temp:
    def __init__(self, a, b): 
        self.a, self.b = a, b
    def show(self): return "{a}-{b}".format(**vars(self))
    def text(self): return "%(a)s+%(b)s" % self.__dict__
t = Temp(1, 2)
print(t.show(), t.text())
def fmt():
    name, age = "Al", 3
    return "{name} is {age}".format(**locals())
print(fmt())
print("%(x)s %(y)s" % globals())
print(type(vars(t)), type(globals()), type(locals()), isinstance(vars(t), dict), vars(t) == {"a": 1, "b": 2})
import json
print(json.dumps(vars(t)), dict(vars(t)), {**t.__dict__}, list(t.__dict__), t.__dict__.copy())
d = t.__dict__.copy(); d["q"] = 3
print(d, {k: v for k, v in vars(t).items()})
