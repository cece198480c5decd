# lru_cache with keywords.
from functools import lru_cache
@lru_cache(maxsize=None)
def f(a, b=1):
    print("run", a, b)
    return a + b
print(f(1), f(1), f(1, b=2), f(1, b=2), f.__name__, f.cache_info())
