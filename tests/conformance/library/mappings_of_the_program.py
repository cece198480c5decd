from collections.abc import MutableMapping, Mapping, Sequence, MutableSequence, Set
class Lower(MutableMapping):
    def __init__(self, *args, **kw):
        self.d = {}
        self.update(*args, **kw)
    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = Lower({"A": 1, "b": 2}, C=3)
print(dict(m), m["a"], "B" in m, m.get("q"), m.get("q", 0), m.pop("A"), m.pop("zz", None), len(m), list(m.items()), list(m.values()), list(m.keys()))
m.update([("X", 9)])
m.update(y=8)
print(m.setdefault("n"), m.setdefault("x", 1), sorted(m.d), m.popitem(), m == Lower(c=3, x=9, y=8), m == {"c": 3})
try:
    m.pop("nope")
except KeyError as e:
    print("KeyError", e)
m.clear()
print(len(m), bool(m), list(Lower()))
try:
    m.popitem()
except KeyError as e:
    print("KeyError", e.args)
class Ro(Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
r = Ro({1: "a", 2: "b"})
print(len(r), 1 in r, r.get(5, "z"), list(r.items()), r == {1: "a", 2: "b"}, isinstance(r, Mapping), list(r.keys() & {1, 7}))
