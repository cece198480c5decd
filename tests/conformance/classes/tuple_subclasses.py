class Vec(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    @property
    def y(self): return self[1]
    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)
    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)
    def __repr__(self):
        return f"Vec({self.x}, {self.y})"
a, b = Vec(1, 2), Vec(3, 4)
print(a + b, a * 3, a == (1, 2), (1, 2) == a, a < b, hash(a) == hash((1, 2)), len(a), list(a), a[0], a[-1], a[:1], type(a[:]).__name__)
x, y = a
print(x, y, 2 in a, a.index(2), a.count(1), isinstance(a, tuple), isinstance(a, Vec), {a: 1}[(1, 2)], {(1, 2): 5}[a], sorted([b, a]), max(a), sum(a), tuple(a), "%d-%d" % a)
def f(p, q): return p * q
print(f(*b), [*a, *b], (*a,), dict([a, b]), (0,) + tuple(a), bool(a), a != b, a >= b)
class Empty(tuple):
    pass
e = Empty()
t = Empty([1, 2, 3])
print(e, t, bool(e), t + (4,), t * 2, 2 * t, (0,) + t, type(t + t).__name__, t.index(3), repr(t), str(t), f"{t}")
for v in t:
    print(v, end=" ")
print()
for i, (p, q) in enumerate([Vec(1, 2), Vec(5, 6)]):
    print(i, p, q)
class Card(tuple):
    __slots__ = ()
    def __new__(cls, rank, suit):
        return tuple.__new__(cls, (rank, suit))
    def name(self):
        return "%s of %s" % self
print(Card("A", "spades").name(), Card("A", "s") == Card("A", "s"), len({Card("A", "s"), Card("A", "s")}))
try:
    t[5]
except IndexError as ex:
    print(ex)
try:
    t.index(9)
except ValueError as ex:
    print(ex)
try:
    p, q = t
except ValueError as ex:
    print(ex)
try:
    t[0] = 1
except TypeError as ex:
    print(ex)
match Vec(1, 2):
    case (1, n):
        print("matched", n)
from collections import UserList, deque
from collections.abc import Sequence
class Sq(Sequence):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if isinstance(i, slice): return [j * j for j in range(self.n)][i]
        if i < -self.n or i >= self.n: raise IndexError(i)
        return (i % self.n) ** 2
for subject in (Vec(4, 5), UserList([1, 2]), deque([3, 4]), Sq(2), Sq(3), (7, 8), [9, 10]):
    match subject:
        case [p, q]:
            print("two", p, q)
        case [p, *rest]:
            print("more", p, rest)
