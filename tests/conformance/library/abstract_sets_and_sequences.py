from collections.abc import MutableSet, Set, Sequence, MutableSequence, KeysView, ItemsView, ValuesView, Mapping, MutableMapping
class ListSet(MutableSet):
    def __init__(self, it=()):
        self.items = []
        for x in it: self.add(x)
    def add(self, x):
        if x not in self.items: self.items.append(x)
    def discard(self, x):
        if x in self.items: self.items.remove(x)
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(self.items)
    def __len__(self): return len(self.items)
    def __repr__(self): return f"ListSet({self.items})"
a, b = ListSet([1, 2, 3, 4]), ListSet([3, 4, 5])
print(a & b, a | b, a - b, a ^ b, a <= b, ListSet([1]) <= a, a >= {1}, a == {1, 2, 3, 4}, a != b, a.isdisjoint([9]), a < {1, 2, 3, 4, 5}, a > ListSet([1]))
print(a & [1, 9], a | [9], {1, 2} & a, {7} | a, {1, 9} - a, {1, 9} ^ a)
a |= [10, 11]
a &= [1, 2, 10]
a ^= [2, 3]
a -= [1]
print(a, a.pop(), a, len(a), isinstance(a, Set))
try:
    a.remove(99)
except KeyError as e:
    print("KeyError", e)
a.clear()
print(a, bool(a))
try:
    a.pop()
except KeyError as e:
    print("KeyError", e.args)
class Seq(Sequence):
    def __init__(self, *v): self.v = v
    def __getitem__(self, i): return self.v[i]
    def __len__(self): return len(self.v)
s = Seq(3, 1, 4, 1, 5)
print(list(s), 4 in s, s.index(1), s.index(1, 2), s.count(1), list(reversed(s)), s.index(5, -2), s[1:3])
for args in ((9,), (3, 1), (5, 0, 3), (5, 0, -1)):
    try:
        print(s.index(*args))
    except ValueError:
        print("ValueError", args)
class ML(MutableSequence):
    def __init__(self, it=()): self.v = list(it)
    def __getitem__(self, i): return self.v[i]
    def __setitem__(self, i, x): self.v[i] = x
    def __delitem__(self, i): del self.v[i]
    def __len__(self): return len(self.v)
    def insert(self, i, x): self.v.insert(i, x)
m = ML("abc")
m.append("d")
m.extend("ef")
m += ["g"]
m.reverse()
print(m.v, m.pop(), m.pop(0), m.v)
m.remove("c")
m.extend(m)
print(m.v, len(m), "e" in m)
m.clear()
print(m.v)
class D(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return f"D({self.d})"
d = D()
d["x"] = 1
d["y"] = 2
ks, vs, its = d.keys(), d.values(), d.items()
print(ks, vs, its, "x" in ks, 2 in vs, ("x", 1) in its, ("x", 2) in its, len(ks), isinstance(ks, KeysView))
d["z"] = 3
print(list(ks), list(vs), list(its), ks & {"x", "q"}, sorted(ks | {"q"}), ks - {"x"} == {"y", "z"}, ks == {"x", "y", "z"}, sorted(its - {("x", 1)}))
