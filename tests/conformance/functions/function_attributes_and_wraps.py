# types: dynamic
# Attributes on functions, functools.wraps.
import functools
from functools import wraps

def f(x):
    """doc of f"""
    f.calls += 1
    return x
f.calls = 0
f(1); f(2)
print(f.calls, f.__name__, f.__doc__, hasattr(f, "calls"), hasattr(f, "nope"))

def counter(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        wrapper.count += 1
        return func(*args, **kwargs)
    wrapper.count = 0
    return wrapper

@counter
def add(a, b=1):
    "adds"
    return a + b

@counter
def mul(a, b):
    return a * b

print(add(1), add(2, b=5), mul(3, 4), add.count, mul.count, add.__name__, add.__doc__, mul.__doc__, add.__wrapped__(1))

class C:
    @counter
    def m(self, x):
        """method doc"""
        return x * 2
    def n(self):
        return 1
    n.tag = "t"

c = C()
print(c.m(2), c.m(3), C.m.count, c.m.count, C.m.__name__, c.n.tag, C.n.tag, c.n.__name__, C.m.__qualname__)
try:
    print(f.missing)
except AttributeError as e:
    print(e)
try:
    c.n.foo = 3
except AttributeError as e:
    print(e)

def route(path):
    def deco(func):
        func.path = path
        return func
    return deco

@route("/a")
def page_a():
    return "A"
@route("/b")
def page_b():
    return "B"
for p in (page_a, page_b):
    print(p.path, p(), p.__name__)

def make(n):
    def g():
        return n
    g.value = n
    return g
gs = [make(i) for i in range(3)]
print([g.value for g in gs], [g() for g in gs])

def static(**kw):
    def deco(func):
        func.limit = kw["limit"]
        return func
    return deco
@static(limit=3)
def lim():
    return lim.limit
print(lim())
def timed(func):
    @functools.wraps(func)
    def inner(*a, **k):
        inner.history.append(func.__name__)
        return func(*a, **k)
    inner.history = []
    return inner
@timed
def work(n): return n + 1
work(1); work(2)
print(work.history, work.__name__)
def memo(fn):
    fn.cache = {}
    @wraps(fn)
    def w(n):
        if n not in fn.cache:
            fn.cache[n] = fn(n)
        return fn.cache[n]
    w.cache = fn.cache
    return w
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.cache))
print(c.n.__self__ is c)
@functools.lru_cache(maxsize=None)
def sq(n):
    "square"
    return n * n
sq(2); sq(2); sq(3)
print(sq.cache_info(), sq.__name__, sq.__doc__, sq.cache_info().hits)
