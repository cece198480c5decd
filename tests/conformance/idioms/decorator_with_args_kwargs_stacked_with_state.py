# Decorator with *args/**kwargs, stacked, with state, memo.
import functools
def count(f):
    @functools.wraps(f)
    def w(*a, **k): w.n += 1; return f(*a, **k)
    w.n = 0; return w
@count
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(50), fib.n, fib.__name__)
