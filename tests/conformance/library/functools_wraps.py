# wraps: names, attributes.
import functools
def deco(f):
    @functools.wraps(f)
    def w(*args, **kw):
        "wrapper doc"
        print("call", f.__name__, args, kw)
        return f(*args, **kw)
    return w
@deco
def greet(name, punct="!"):
    "says hello"
    return "hello " + name + punct
print(greet("x"), greet("y", punct="?"), greet.__name__, greet.__doc__, greet.__wrapped__("z"))
def count(f):
    @functools.wraps(f)
    def w(*args):
        w.calls += 1
        return f(*args)
    w.calls = 0
    return w
@count
@deco
def g(a): return a * 2
print(g(1), g("s"), g.calls, g.__name__)
