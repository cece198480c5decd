class F(frozenset):
    def hi(self): return len(self)
f = F([1, 2, 2])
print(f, f.hi(), f == {1, 2}, hash(f) == hash(frozenset([1, 2])), type(f | {3}).__name__, type(f).__name__, f.copy(), 1 in f)
class G(frozenset):
    def __init__(self, items, tag="t"):
        self.tag = tag
g = G([3])
print(g, g.tag, len(g), frozenset(g), type(frozenset(g)).__name__, {f: 1}[frozenset([1, 2])])
print(F(), F("ab") == frozenset("ab"), sorted(F("ab") | F("c")))
class H(frozenset):
    def __new__(cls, *items):
        return super().__new__(cls, items)
print(H(1, 2), type(H()).__name__)
