# A small value class: operators, equality, hashing, repr, iteration.
class Vector:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def __repr__(self):
        return f'Vector({self.x!r}, {self.y!r})'

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return isinstance(other, Vector) and self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __iter__(self):
        return iter((self.x, self.y))

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return 2


a, b = Vector(3, 4), Vector(1)
print(a, b, a + b, a - b, a * 2, 0.5 * a, -a, abs(a), bool(Vector(0)), a == Vector(3, 4), a != b, a == 5)
x, y = a
print(x, y, list(b), a[0], a[-1], len(a), {a: 'a', Vector(3, 4): 'same'}, a in [b, Vector(3, 4)], sum([a, b], Vector(0)))
a.x = 10 ** 20
print(a, max([Vector(1, 1), Vector(5, 5)], key=abs), sorted([Vector(2), Vector(1)], key=lambda v: v.x))
