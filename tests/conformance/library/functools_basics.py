# reduce, lru_cache, cache, cmp_to_key, partial.
from functools import reduce, lru_cache, cache, cmp_to_key, partial
import functools
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6), 10), reduce(max, "hello"))
try: reduce(lambda a, b: a, [])
except TypeError as e: print(e)
@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@functools.lru_cache
def sq(x):
    print("call", x)
    return x * x
print(sq(3), sq(3), sq(4), sq.cache_info())
@cache
def both(a, b): return f"{a}-{b}"
print(both(1, "x"), both(1, "x"), both.cache_info())
both.cache_clear(); print(both.cache_info())
@lru_cache(maxsize=2)
def t(x): return -x
for i in (1, 2, 1, 3, 2): t(i)
print(t.cache_info())
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
def add(a, b, c): return a + b * c
p = partial(add, 1, 2)
print(p(3), partial(max, 5)(3), list(map(partial(pow, 2), range(4))))
