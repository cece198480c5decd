# Keyword-only, positional-only, same name in **kwargs.
def f(a, /, b, *, c=3, **k): return a, b, c, k
print(f(1, b=2, a=9), f(1, 2, c=4))
