class AttrDict(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
d = AttrDict(a=1, b=2)
d.c = 3
print(d.a, d["c"], sorted(d))
del d.a
print(d)
class Frozen:
    def __init__(self, x):
        object.__setattr__(self, "x", x)
    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set {name}")
    def __delattr__(self, name):
        raise AttributeError(f"cannot delete {name}")
f = Frozen(3)
try:
    f.x = 4
except AttributeError as e:
    print(e, f.x)
try:
    del f.x
except AttributeError as e:
    print(e)
class Counter(int):
    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)
c = Counter(5)
c.tag = "t"
print(c + 1, c.tag)
class L(list):
    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)
l = L([1]); l.append(2); l.name = "n"; print(l, l.name)
