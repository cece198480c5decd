import builtins
from builtins import str as text
print(text(5), builtins.len([1]), builtins.print is print)
class T(tuple):
    def __hash__(self, hash=tuple.__hash__): return hash(self) * 1
    def __add__(self, o): return T(tuple.__add__(self, o))
    def __getitem__(self, i): return ("got", tuple.__getitem__(self, i))
    def __len__(self): return tuple.__len__(self) + 100
    def __iter__(self): return tuple.__iter__(self)
    def index(self, x): return tuple.index(self, x)
    def __eq__(self, o): return tuple.__eq__(self, o)
t = T((1, 2, 3))
print(hash(t) == hash((1, 2, 3)), t + (4,), type(t + (4,)).__name__, t[0], len(t), list(t), t.index(3), t == (1, 2, 3), t == T([1,2,3]))
class L(list):
    def append(self, x): list.append(self, x * 2)
    def __len__(self): return list.__len__(self)
class D(dict):
    def __getitem__(self, k): return dict.__getitem__(self, k) + 1
    def get(self, k, d=None): return dict.get(self, k, d)
l = L([1]); l.append(2); d = D(a=1)
print(l, len(l), d["a"], d.get("a"), d.get("b"))
x = tuple([1, 2, 3])
print(tuple.__getitem__(x, 0), tuple.__len__(x), tuple.__contains__(x, 2))
y = (1, "a")
print(tuple.__getitem__(y, 1), tuple.__len__(y), list(tuple.__iter__(y)))
print(tuple.__getitem__(x, slice(1, 2)))
