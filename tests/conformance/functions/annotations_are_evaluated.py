# Names in annotations are looked up where the definition runs.
import sys
if len(sys.argv) > 5:
    class Sometimes: pass
try:
    def f(x: Sometimes): return x
except NameError as e:
    print(e, e.name)
try:
    class Tree:
        def add(self, other: "Tree") -> int: return 1
        def grow(self) -> Late: return self
except NameError as e:
    print(e)
class Late: pass
class Node:
    kind = int
    def set(self, a: kind, b: Late = None) -> kind: return a
    def next(self) -> "Node": return self
print(Node().set(4), Node().next().set(5))
x: int = 4
y: "unknown" = 5
def outer():
    v: NeverEvaluated = 3
    return v
print(outer(), x, y)
