import functools, posixpath
from functools import lru_cache, partialmethod, partial, cache, cmp_to_key, wraps
@lru_cache(maxsize=2)
def f(x, y=0):
    print("f", x, y); return x + y
print(f(1), f(1), f(2), f(3), f(1), f(1, y=2), f.cache_info(), f.cache_parameters())
h, m, ms, c = f.cache_info(); print(h, m, ms, c, f.cache_info().hits, f.cache_info() == (1, 5, 2, 2))
@lru_cache(typed=True)
def g(x): print("g", x); return x
print(g(3), g(3.0), g(True), g(3), g(1), g.cache_info(), g.cache_parameters())
@lru_cache
def h(*a): return len(a)
print(h(1, 2), h("a"), h(), h.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info(), fib.__name__)
class Cell:
    def __init__(self): self.alive = False
    def set_state(self, state, *, note=""): self.alive = state; return (state, note)
    live = partialmethod(set_state, True)
    die = partialmethod(set_state, False, note="dead")
    def add(self, a, b): return a + b
    inc = partialmethod(add, 1)
c = Cell()
print(c.live(), c.alive, c.die(), c.alive, c.live(note="n"), c.inc(5), c.inc(b=2))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), functools.WRAPPER_UPDATES)
print(posixpath.join("a", "b"), posixpath.splitext("x.py"))
try: lru_cache("x")
except TypeError as e: print(e)
