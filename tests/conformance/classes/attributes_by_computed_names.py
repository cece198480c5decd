# getattr, setattr, hasattr with computed names; vars, __dict__; str.format of attributes.
class C:
    kind = "c"
    def __init__(self, a, b):
        self.a = a
        self.b = b
    def do_run(self, x):
        return "run " + str(x)
    def do_stop(self, x):
        return "stop " + str(x)
    def help(self):
        return "help"
    @property
    def both(self):
        return (self.a, self.b)

c = C(1, "two")
for n in ["a", "b", "kind", "both", "zzz"]:
    try:
        print(n, getattr(c, n))
    except AttributeError as e:
        print(e)
print([getattr(c, n, None) for n in ("a", "q")], hasattr(c, "a"), [hasattr(c, x) for x in ["b", "do_run", "nope", "both"]])
def dispatch(obj, cmd, arg):
    method = getattr(obj, "do_" + cmd, None)
    if method is None:
        return "unknown " + cmd
    return method(arg)
print(dispatch(c, "run", 3), dispatch(c, "stop", 4), dispatch(c, "fly", 5))
print(vars(c), c.__dict__, sorted(vars(c)), vars(c)["a"])
setattr(c, "a", 10)
for k, v in {"a": 5, "b": "x"}.items():
    setattr(c, k, v)
print(c.a, c.b)

class Visitor:
    def visit(self, node):
        name = "visit_" + type(node).__name__
        return getattr(self, name, self.generic)(node)
    def generic(self, node):
        return "generic " + type(node).__name__
    def visit_Num(self, node):
        return str(node.n)
    def visit_Add(self, node):
        return "(" + self.visit(node.l) + " + " + self.visit(node.r) + ")"
class Num:
    def __init__(self, n): self.n = n
class Add:
    def __init__(self, l, r): self.l, self.r = l, r
class Other: pass
print(Visitor().visit(Add(Num(1), Add(Num(2), Other()))))
class P:
    x = 3
p = P()
print("{0.a} {p.x} {1}".format(c, 2, p=p))
p.late = 1
print(vars(p))
class Rec:
    def __init__(self, **kw):
        self.name = ""
        self.age = 0
        for k, v in kw.items():
            setattr(self, k, v)
    def __repr__(self):
        return ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items())
print(Rec(name="bob"), Rec(age=3))
class Tracked:
    def __init__(self):
        self.x = 1
        self.y = 2
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
t = Tracked()
t.x = 7
print(t.x, t.y)
class D:
    def __get__(s, o, t): return 'data'
    def __set__(s, o, v): o.__dict__['d'] = v
class Z:
    d = D()
z = Z(); z.d = 5; print(z.d, vars(z))
for f in ("a", "b"):
    print(getattr(c, f))
import math
print([getattr(math, n)(9) for n in ("sqrt", "floor")])
