# types: dynamic
# Every operation with an object of each kind: builtin, of the library, of the program.
import collections, functools
class P:
    def __len__(self): return 7
    def __iter__(self): return iter([1,2])
    def __contains__(self, x): return True
    def __getitem__(self, i): return i
    def __bool__(self): return False
    def __index__(self): return 3
    def __eq__(self, o): return 5
    def __lt__(self, o): return True
    def __add__(self, o): return 1
    def __radd__(self, o): return 2
    def __str__(self): return "P"
    def __repr__(self): return "Pr"
    def __format__(self, s): return "Pf"
    def __abs__(self): return 3
    def __int__(self): return 33
    def __float__(self): return 2.5
    def __round__(self, n=None): return 9
    def __divmod__(self, o): return (1, 2)
    def __reversed__(self): return iter([2,1])
    def __call__(self, *a): return a
    def index(self, x): return 55
    def count(self, x): return 66
    def find(self, x): return 77
    def pop(self): return 88
    def keys(self): return ["k"]
    def copy(self): return self
    def bit_length(self): return 5
def f(i):
    if i == 0: return [1, 2, 3]
    if i == 1: return "123"
    if i == 2: return collections.deque([1, 2])
    if i == 3: return {1: 2}
    if i == 4: return 5
    if i == 5: return 2.5
    if i == 6: return (1, 2)
    if i == 7: return {1, 2}
    if i == 8: return b"12"
    if i == 9: return range(4)
    if i == 10: return None
    return P()
ops = [lambda x: len(x), lambda x: bool(x), lambda x: x[1], lambda x: 1 in x, lambda x: list(x), lambda x: x.index(2), lambda x: x.count(1), lambda x: x.find("2"),
  lambda x: x.pop(), lambda x: x.keys(), lambda x: x.copy(), lambda x: x.bit_length(), lambda x: abs(x), lambda x: int(x), lambda x: float(x), lambda x: round(x), lambda x: divmod(x, 2),
  lambda x: list(reversed(x)), lambda x: x + 1, lambda x: 1 + x, lambda x: x == 1, lambda x: x < 3, lambda x: str(x), lambda x: repr(x), lambda x: f"{x}", lambda x: x(3), lambda x: [1,2,3,4,5][x],
  lambda x: range(x), lambda x: hash(x) is None, lambda x: not x, lambda x: x * 2, lambda x: -x, lambda x: max(x), lambda x: sum(x), lambda x: sorted(x), lambda x: x is None, lambda x: x if x else 1, lambda x: x.__len__(), lambda x: x.__bool__(), lambda x: x.__index__()]
for k in range(len(ops)):
    for i in range(12):
        try: print(k, i, ops[k](f(i)))
        except Exception as e: print(k, i, type(e).__name__, e)
