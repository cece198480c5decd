# The truth of objects: __bool__, else __len__, also of classes that derive from builtin ones.
class V(list):
    def __len__(self): return 0
v = V([1])
print(bool(v), not v, 1 if v else 2)
class D(dict):
    def __len__(self): return 5
print(bool(D()))
class S(str):
    def __len__(self): return 0
print(bool(S("a")), len(S("a")))
import collections
class Q(collections.deque):
    def __len__(self): return 0
print(bool(Q([1])), bool(collections.deque([1])), bool(None), None.__bool__(), (5).__bool__(), bool(range(10**30)), bool(range(0)), range(3).__bool__())
print(hasattr([], "__bool__"), hasattr("", "__bool__"), hasattr(1, "__bool__"))
class W(list):
    def __bool__(self): return len(self) > 1
print(bool(W([1])), bool(W([1, 2])))
if W([1]): print("yes")
else: print("no")
while W([1, 2]):
    print("loop"); break
print([x for x in ([], [1], V([1]), W([1]), "", {}) if x])
