import functools, time
def logged(prefix="", *, times=1):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            wrapper.calls += 1
            r = None
            for _ in range(times):
                r = f(*args, **kwargs)
            print(f"{prefix}{f.__name__}{args[1:] if args and hasattr(args[0], '__dict__') else args} -> {r}")
            return r
        wrapper.calls = 0
        return wrapper
    return deco
@logged("fn:")
def add(a, b=2): return a + b
add(1); add(3, b=4); print(add.calls, add.__name__)
class Svc:
    def __init__(self): self.n = 0
    @logged("m:", times=2)
    def inc(self, by):
        self.n += by
        return self.n
    @classmethod
    @logged()
    def make(cls): return 5
    @staticmethod
    @logged("s:")
    def st(x): return x
s = Svc(); s.inc(3); s.inc(by=4); Svc.st(9); print(s.n, Svc.inc.calls)
class Memo:
    def __init__(self, f):
        self.f = f; self.cache = {}
        functools.update_wrapper(self, f)
    def __call__(self, *a):
        if a not in self.cache: self.cache[a] = self.f(*a)
        return self.cache[a]
    def __get__(self, obj, cls=None):
        return functools.partial(self, obj)
@Memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.cache), fib.__name__)
class K:
    @Memo
    def sq(self, x):
        print("computing"); return x * x
k = K(); print(k.sq(3), k.sq(3))
def retry(n):
    def d(f):
        def w(*a):
            for i in range(n):
                try: return f(*a)
                except ValueError as e:
                    last = e
                    print("retry", i, e)
            raise RuntimeError("gave up") from last
        return w
    return d
count = 0
@retry(3)
def flaky(x):
    global count
    count += 1
    if count < x: raise ValueError(count)
    return "ok"
print(flaky(3))
try: flaky(100)
except RuntimeError as e: print(e, repr(e.__cause__))
def singleton(cls):
    inst = {}
    def get(*a, **k):
        if cls not in inst: inst[cls] = cls(*a, **k)
        return inst[cls]
    return get
@singleton
class Cfg:
    def __init__(self, v=1): self.v = v
print(Cfg(5).v, Cfg(6).v, Cfg() is Cfg())
