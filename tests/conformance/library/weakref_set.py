# WeakSet: members go with their last reference.
import weakref


class Same:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Same) and other.n == self.n

    def __hash__(self):
        return self.n


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
