# Functions and generators that are defined in comprehensions: the comprehension is in their names.
import itertools
from collections import namedtuple

fs = [lambda: 1 for _ in range(1)]
print(fs[0].__qualname__, next((lambda: 1) for _ in range(1)).__qualname__)


def f():
    d = {k: (lambda: k) for k in "a"}
    s = [[lambda: 1 for _ in range(1)] for _ in range(1)]

    class Inner:
        table = [lambda self: 2 for _ in range(1)]

        def g(self):
            return next((lambda: 1) for _ in range(1))

    return [d["a"].__qualname__, s[0][0].__qualname__, Inner.table[0].__qualname__, Inner().g().__qualname__, Inner.__qualname__]


print(*f(), sep="\n")
try:
    fs[0](1)
except TypeError as e:
    print(e)


def make():
    T = namedtuple("T", "a b")
    return T


print(make().__qualname__, type(make()(1, 2)).__qualname__)
print(type(iter(())).__name__, type(reversed([])).__name__, type(iter([])).__name__)
for k, v in itertools.groupby([1]):
    print(k, type(v).__name__)
