import pkg
from . import texts

print("shapes run", texts.shout("b"))
SIDES = 4
try:
    print(pkg.core.LIMIT)
except AttributeError as e:
    print(e)


def area(a, b):
    return a * b


def later():
    return pkg.core.LIMIT, pkg.words.shout("late")
