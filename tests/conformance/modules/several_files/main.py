# A program of several modules and a package: import forms, names, shared state.
import geometry
import geometry as g
from geometry import area, PI
from shapes import square, circle as round_shape
from shapes.describe import describe
import shapes.describe
import config

print(geometry.area(2), g.area is area, PI, geometry.PI)
print(square(3), round_shape(1))
print(describe('square', 4), shapes.describe.calls)
config.level = 5
print(config.show(), geometry.config.level)
geometry.PI = 3
print(PI, geometry.PI, area(1))
print(__name__, geometry.__name__, shapes.describe.__name__)


def local():
    import config as again
    from geometry import perimeter
    return again.level, perimeter(2)


print(local())
