# WeakValueDictionary: entries go with their values.
import weakref


class Item:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return "Item(" + str(self.n) + ")"


d = weakref.WeakValueDictionary()
a, b = Item(1), Item(2)
d["a"] = a
d["b"] = b
d["also a"] = a
print(len(d), d["a"] is a, "b" in d, "c" in d, sorted(d), sorted(d.keys()))
print(sorted((k, v.n) for k, v in d.items()), sorted(v.n for v in d.values()))
del a
print(len(d), list(d), d.get("a"), d.get("a", "none"))
try:
    d["a"]
except KeyError as e:
    print("KeyError", e)
try:
    del d["x"]
except KeyError as e:
    print("KeyError", e)
del d["b"]
print(len(d), b)
d["b"] = b
print(d.pop("b"), d.pop("b", None), len(d))
print(d.setdefault("b", b) is b, d.setdefault("b", Item(9)) is b)
c = Item(3)
d.update({"c": c})
print(sorted(d.items()))
e = d.copy()
print(e == d, len(e), e == {"b": b, "c": c})
d.clear()
print(len(d), len(e), sorted(e))

# Values that die while it is walked through.
many = [Item(i) for i in range(6)]
w = weakref.WeakValueDictionary()
for m in many:
    w[str(m.n)] = m
del m
for k in w:
    many = [m for m in many if m.n != int(k) + 1]
    print(k, end="; ")
print(sorted(w))
del many
print(len(w))


class Cache:
    def __init__(self):
        self.made = 0
        self.entries = weakref.WeakValueDictionary()

    def get(self, n):
        found = self.entries.get(str(n))
        if found is None:
            self.made += 1
            found = Item(n)
            self.entries[str(n)] = found
        return found


cache = Cache()
x, y = cache.get(1), cache.get(1)
print(x is y, cache.made)
x = y = None
z = cache.get(1)
print(cache.made, len(cache.entries), z)
# A replaced value's death leaves the new entry alone.
d["k"] = old = Item(7)
d["k"] = new = Item(8)
del old
print(d["k"], len(d.valuerefs()), d.valuerefs()[0]())
print(d.popitem(), len(d))
del cache, z
for key, value in [("p", Item(1)), ("q", Item(2))]:
    d[key] = value
print(sorted(d))
