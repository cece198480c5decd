# types: dynamic
from collections import namedtuple
from operator import attrgetter, methodcaller


class X:
    def __init__(self):
        self.__x = 3
        self.y = self

    def get(self):
        return attrgetter("_X__x")(self)

    def name_with_umlaut(self):
        self.größe = 5
        return attrgetter("größe")(self), attrgetter("y.größe", "y.y")(self)[0], methodcaller("get")(self)


print(X().get(), X().name_with_umlaut())
for f in (lambda: attrgetter("class")(X()), lambda: attrgetter("€")(X()), lambda: methodcaller("if")(X()), lambda: attrgetter("a b")(X()),
          lambda: attrgetter("y.lambda")(X()), lambda: attrgetter("__x")(X())):
    try:
        print(f())
    except AttributeError as e:
        print(type(e).__name__, e)
try:
    P = namedtuple("P", "a class")
except ValueError as e:
    print(type(e).__name__, e)
try:
    P = namedtuple("P", "a €")
except ValueError as e:
    print(type(e).__name__, e)
R = namedtuple("R", "é ß")
S = namedtuple("S", "é 1 € for", rename=True)
print(R._fields, S._fields, R(1, 2), S(1, 2, 3, 4))
