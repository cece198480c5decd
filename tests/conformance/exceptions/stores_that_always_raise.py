# types: dynamic
class R:
    def __enter__(self): return self
    def __exit__(self, k, e, t): return True
class C:
    def __setitem__(self, k, v): raise KeyError(k)
    def __delitem__(self, k): raise IndexError(k)
    def __delattr__(self, n): raise AttributeError(n)
    def __init__(self): self.q = 1
def a():
    C()[1] = 2
    with R(): print(2)
def b():
    c = C()
    del c[1]
    with R(): print(2)
def d():
    c = C()
    del c.q
    for x in [1, 2]:
        with R(): print(2)
for f in (a, b, d):
    try: f()
    except (KeyError, IndexError, AttributeError) as e: print(type(e).__name__, e)
