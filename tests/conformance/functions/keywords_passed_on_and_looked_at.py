def deco(f):
    def inner(*args, **kwargs):
        print('call', len(args), sorted(kwargs))
        return f(*args, **kwargs)
    return inner
@deco
def h(a, b, c):
    return a % 10, len(b), c
print(h(a=1, b=[1, 2], c=None))
@deco
def h2(a, b, c=None):
    return a % 10, len(b), c
print(h2(5, b=[1, 2], c="x"))
print(h2(5, [1]))
import functools
def trace(f):
    @functools.wraps(f)
    def w(*args, **kwargs):
        parts = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
        print(f"{f.__name__}({', '.join(parts)})", len(kwargs), bool(kwargs), "n" in kwargs)
        if kwargs: print(kwargs)
        for k in kwargs: print(k, end=" ")
        r = f(*args, **kwargs)
        print("->", r)
        return r
    return w
@trace
def make(name, n=1, *, tags=None, **rest):
    return name * n, tags, sorted(rest)
make("a"); make("b", n=2); make(name="c", n=3, tags=["x"]); make("d", tags=("t",), extra=1.5, other="o")
class C:
    @trace
    def m(self, x, y="y"): return (x, y)
    def __repr__(self): return "C"
    @classmethod
    @trace
    def c(cls, **kw): return sorted(kw.items(), key=lambda p: p[0])
C().m(1); C().m(x=2, y=None); C.c(b=1, a="s") if False else None
def cached(f):
    cache = {}
    def w(*a, **k):
        key = a, tuple(sorted(k.items()))
        if key not in cache: cache[key] = f(*a, **k)
        return cache[key]
    return w
@cached
def power(base, exp=2): return base ** exp
print(power(3), power(3, exp=3), power(3, exp=3))
def timed(label):
    def d(f):
        def w(*args, **kwargs):
            print(label, args, kwargs)
            return f(*args, **kwargs)
        return w
    return d
@timed("t")
def mix(a, b=[], c={}, d=None): return len(b), len(c), d
print(mix(1, b=[1], c={"x": 1}, d="s"), mix(1, d=2.5))
opts = {"b": [1, 2]}
print(mix(0, **opts))
class Plugin:
    def __init__(self, *args, **kwargs):
        self.kw = kwargs
        print("init", kwargs)
        super().__init__()
Plugin(a=1, b="x")
def keep(**kwargs):
    kwargs["z"] = 1
    return dict(**kwargs)
print(keep(a=2))
