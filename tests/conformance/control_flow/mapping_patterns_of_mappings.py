import collections
from collections import UserDict, OrderedDict, defaultdict, Counter
from collections.abc import Mapping
class Cfg(Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
class Fake:
    def keys(self): return ["a"]
    def __getitem__(self, k): return 1
    def __contains__(self, k): return True
def f(x):
    match x:
        case {"a": a, **rest}:
            return "a", a, rest
        case {}:
            return "mapping", len(x)
        case [*_]:
            return "sequence"
        case _:
            return "other"
for x in ({"a": 1, "b": 2}, UserDict({"a": 2}), OrderedDict(a=3), defaultdict(int), Counter("aab"), Cfg({"a": 5, "c": 6}), Cfg({}), Fake(), [1], "a", None, 5, {}):
    print(type(x).__name__, f(x))
class I(int): pass
print(2+0j == I(2), I(2) == 2+0j, {2+0j: "x"}.get(I(2)), 2+0j == True, 1+0j == True)
