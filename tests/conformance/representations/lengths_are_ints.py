# What __len__ and __hash__ give is an int wherever a program calls them, also through functions of the library.
x = "abc".__len__()
print(x + 10**30, x << 70, [x, 10**20])
y = "abc".__hash__()
print(y * 1000000007, {}.__len__() * 2**70)
f = [1,2].__len__
print(f() + 2**64)
z = [x, "a", None]
print(z)
def g(a): return a.__len__()
print(g([1]), g("ab"))
print((5).__hash__() + 2**63)
print(list.__len__([1, 2]), str.__hash__("abc") * 2**64)
print(list(map(str.__len__, ["a", "bcd"])), [x + 10**20 for x in map(list.__len__, [[1], []])])
print(sorted(["abc", "b", ""], key=str.__len__), sorted([[1, 2], [3]], key=list.__len__))
import functools
print(functools.reduce(lambda a, b: a + b, map(len, ["a", "bb"])), functools.partial(str.__len__, "abc")() + 2**65)
hs = [str.__hash__, str.__len__]
print([h("abc") * 2**65 for h in hs])
class Q(str):
    def __len__(self): return super().__len__() + 10**3
    def __hash__(self): return super().__hash__() + 1
class R(list):
    def __len__(self): return super().__len__() * 2
    def __bool__(self): return super().__len__() > 0
print(len(Q("a")), len(R([1])), {Q("x"): 1}, bool(R()), [1] if R([2]) else 2)
class V(dict):
    def __len__(self): return dict.__len__(self) + 1
print(len(V(a=1)), V(a=1).__len__() + 2**64)
def gen(o):
    yield o.__len__()
    x = yield from iter([o.__len__()])
print(list(gen("abc")), list(gen([1])))
