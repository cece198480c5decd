# types: dynamic
# len() and hash() of unions of builtin classes, library classes and the program's own.
import collections, enum, weakref
class S(str): pass
class P:
    def __len__(self): return 7
P2 = collections.namedtuple("P2", "a b")
class C(enum.Enum):
    X = 1
def f(i):
    if i == 0: return [1]
    if i == 1: return S("ab")
    if i == 2: return collections.deque([1, 2, 3])
    if i == 3: return {1: 2}.keys()
    if i == 4: return collections.Counter("abc")
    if i == 5: return range(9)
    if i == 6: return P()
    if i == 7: return (1, 2, 3)
    if i == 8: return P2(1, 2)
    if i == 9: return C
    if i == 10: return collections.OrderedDict(a=1)
    if i == 11: return frozenset([1])
    if i == 12: return b"abcd"
    if i == 13: return bytearray(5)
    if i == 14: return memoryview(b"abc")
    return "x"
for i in range(16):
    print(i, len(f(i)), f(i).__len__(), bool(f(i)))
class P:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n
    def __eq__(self, o): return isinstance(o, P) and o.n == self.n
    def __len__(self): return self.n
class S(str): pass
def f(i):
    if i == 0: return P(10 ** 20)
    if i == 1: return "a"
    if i == 2: return S("b")
    if i == 3: return (1, 2)
    return P(5)
d = {}
for i in range(5):
    d[f(i)] = i
    print(hash(f(i)), d[f(i)], f(i) in {f(i)})
    try: print(len(f(i)))
    except Exception as e: print(type(e), e)
class N:
    def __len__(self): return -1
class O:
    def __len__(self): return "x"
    __hash__ = None
def g(i):
    if i == 0: return N()
    if i == 1: return O()
    if i == 2: return [1]
    if i == 3: return 5
    return "abc"
for i in range(5):
    try: print(len(g(i)))
    except Exception as e: print(type(e), e)
    try: print(hash(g(i)) is None)
    except Exception as e: print(type(e), e)
