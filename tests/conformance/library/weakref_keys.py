# WeakKeyDictionary and WeakSet: entries go with their keys.
import weakref


class Key:
    def __init__(self, n):
        self.n = n


class Same:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Same) and other.n == self.n

    def __hash__(self):
        return self.n


d = weakref.WeakKeyDictionary()
a, b = Key(1), Key(2)
d[a] = "one"
d[b] = "two"
print(len(d), d[a], a in d, Key(1) in d, 5 in d, sorted(k.n for k in d))
print(sorted((k.n, v) for k, v in d.items()), sorted(d.values()))
a = None
print(len(d), [k.n for k in d.keys()], d.get(b), d.get(Key(3), "none"))
try:
    d[Key(4)]
except KeyError:
    print("KeyError")
print(d.setdefault(b, "x"), d.pop(b), len(d), d.pop(b, "gone"))
s, t = Same(1), Same(2)
d2 = weakref.WeakKeyDictionary({s: [1], t: [2]})
d2[Same(1)].append(3)
print(d2[s], d2[Same(2)], Same(2) in d2, len(d2))
del d2[Same(1)]
print(len(d2), [r() is t for r in d2.keyrefs()])
c = d2.copy()
print(c == d2, len(c))
keys = [Same(i) for i in range(5)]
for k in keys:
    d2[k] = [k.n]
del k
for k in d2:
    keys = [x for x in keys if x.n != k.n + 1]
del k
print(sorted(d2.values()))

ws = weakref.WeakSet()
items = [Same(i) for i in range(5)]
for i in items:
    ws.add(i)
del i
print(len(ws), Same(3) in ws, Same(9) in ws, "x" in ws, sorted(i.n for i in ws))
items = items[:3]
print(len(ws), sorted(i.n for i in ws))
ws.discard(Same(9))
try:
    ws.remove(Same(9))
except KeyError:
    print("KeyError")
ws.remove(Same(0))
other = weakref.WeakSet(items)
print(sorted(i.n for i in ws | other), sorted(i.n for i in ws & other), [i.n for i in other - ws], [i.n for i in other ^ ws])
print(ws <= other, ws == other, ws < other, other >= ws, ws.isdisjoint(other), ws.issubset(items))
ws.update(items)
print(ws == other, len(ws.copy()), ws.pop().n in (0, 1, 2), len(ws))
for i in ws:
    items.pop()
del i
print(len(items))
items.clear()
print(len(ws), len(other))


class Registry:
    members = weakref.WeakSet()

    def __init__(self, name):
        self.name = name
        Registry.members.add(self)


x, y = Registry("x"), Registry("y")
print(sorted(m.name for m in Registry.members))
del x
print(sorted(m.name for m in Registry.members))
