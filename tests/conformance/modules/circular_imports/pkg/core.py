from pkg import shapes
from . import texts

print("core runs", shapes.area(2, 3), texts.shout("a"))
LIMIT = shapes.SIDES * 2


def describe(x):
    return f"{texts.shout(x)}:{shapes.area(len(x), LIMIT)}"
