# collections.abc: what counts as which, and the methods that its classes give.
from collections.abc import Iterable, Hashable, Sized, Mapping, Sequence, Callable, Iterator, MutableMapping
import collections.abc
print(isinstance([], Iterable), isinstance(5, Iterable), isinstance([], Hashable), isinstance((), Hashable), isinstance("s", Sequence), isinstance({}, Mapping), isinstance(print, Callable), isinstance(iter([]), Iterator))
def flatten(x):
    for item in x:
        if isinstance(item, Iterable) and not isinstance(item, (str, bytes)):
            yield from flatten(item)
        else:
            yield item
print(list(flatten([1, [2, (3, 4)], "ab"])))
class Deck(Sequence):
    def __init__(self, cards):
        self._cards = list(cards)
    def __len__(self):
        return len(self._cards)
    def __getitem__(self, i):
        return self._cards[i]
d = Deck("abc")
print(len(d), list(d), "b" in d, d.index("c"), list(reversed(d)), isinstance(d, Sequence), d.count("a"))
class LowerDict(MutableMapping):
    def __init__(self):
        self.data = {}
    def __getitem__(self, k):
        return self.data[k.lower()]
    def __setitem__(self, k, v):
        self.data[k.lower()] = v
    def __delitem__(self, k):
        del self.data[k.lower()]
    def __iter__(self):
        return iter(self.data)
    def __len__(self):
        return len(self.data)
l = LowerDict()
l["ABC"] = 1
l.update({"Def": 2})
print(l["abc"], "DEF" in l, list(l.items()), l.get("zz", 0), len(l), l.pop("ABC"), list(l))
class Own:
    def __iter__(self):
        return iter([1])
    def __call__(self):
        return 2
print(isinstance(Own(), Iterable), isinstance(Own(), Sized), isinstance(Own(), Callable), callable(Own()), issubclass(list, Sequence))
try:
    class Half(Sequence):
        def __len__(self):
            return 1
    Half()
except TypeError as e:
    print(e)
