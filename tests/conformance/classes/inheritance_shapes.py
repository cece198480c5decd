# A hierarchy: overriding, super, class attributes, isinstance, polymorphic lists.
import math


class Shape:
    count = 0
    kind = 'shape'

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError(self.name)

    def describe(self):
        return f'{self.kind} {self.name} of area {self.area():.2f}'

    def __lt__(self, other):
        return self.area() < other.area()


class Square(Shape):
    kind = 'square'

    def __init__(self, side):
        super().__init__(f'sq{side}')
        self.side = side

    def area(self):
        return self.side ** 2


class Cube(Square):
    def area(self):
        return 6 * super().area()

    def volume(self):
        return self.side ** 3


class Circle(Shape):
    kind = 'circle'

    def __init__(self, r):
        super().__init__('c')
        self.r = r

    def area(self):
        return math.pi * self.r ** 2


shapes = [Square(3), Circle(1.5), Cube(2)]
for s in sorted(shapes):
    print(s.describe(), isinstance(s, Square), type(s).__name__)
print(Shape.count, shapes[0].count, [s.volume() for s in shapes if isinstance(s, Cube)], sum(s.area() for s in shapes) > 40)
try:
    Shape('abstract').describe()
except NotImplementedError as e:
    print('not implemented:', e)
shapes[0].kind = 'quadrat'
print(shapes[0].kind, Square.kind, shapes[2].kind, issubclass(Cube, Shape), hasattr(shapes[1], 'side'))
print(max(shapes).name, min(shapes).name)
