def f(a, b=2, *args, c=3, **kw):
    print(a, b, args, c, kw)
def g(a, b, c=9):
    return (a, b, c)
d = {"a": 1, "c": 5}
f(**d)
f(**d, z=4)
f(1, **{"b": 7})
l = [1, 2, 3, 4]
f(*l)
f(0, *l, 5)
f(*l[:1])
print(g(*l[:2]), g(*l[:3]), g(0, *[8]))
print(g(**{"a": 1, "b": 2}))
def gen():
    yield 1
    yield 2
print(g(*gen()))
print(max(*l), *l, sep="-")
for bad in (lambda: g(*l), lambda: g(*l[:1]), lambda: g(**d), lambda: g(1, **{"a": 2, "b": 1}), lambda: g(**{"a": 1, "b": 2, "zz": 3})):
    try:
        bad()
    except TypeError as e:
        print(e)
def deco(fn):
    def wrapper(*args, **kwargs):
        print("call", fn.__name__, args)
        return fn(*args, **kwargs)
    return wrapper
@deco
def add(x, y, scale=1):
    return (x + y) * scale
print(add(1, 2), add(1, y=2.5), add("a", "b", scale=2))
def show(**kw):
    for k, v in kw.items():
        print(k, v)
    return len(kw)
print(show(), show(a=1, b="x"))
def make(**options):
    return options
print(make(x=1), {**make(y=2), "z": 3})
print(dict(a=1, b=2), "{name} is {age}".format(name="Al", age=3))
print("{a}-{b}".format(**{"a": 1, "b": 2}))
class P:
    def __init__(self, *args, **kw):
        self.args = args
        self.kw = kw
class Q(P):
    def __init__(self, q, *args, **kw):
        super().__init__(*args, **kw)
        self.q = q
x = Q(1, 2, 3, k=4)
print(x.q, x.args, x.kw)
def total(*nums): return sum(nums)
print(total(*range(5)), total(*{1, 2}), total(1, *[2], *[3, 4]))
print(list(zip(*[[1, 2], [3, 4]])), list(zip(*[(1, "a"), (2, "b")])))
