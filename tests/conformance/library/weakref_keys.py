# WeakKeyDictionary: entries go with their keys.
import weakref


class Same:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Same) and other.n == self.n

    def __hash__(self):
        return self.n


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
