from collections import namedtuple
from typing import NamedTuple


class Above(NamedTuple):
    column: str
    limit: int = 0

    @classmethod
    def parse(cls, text):
        column, _, limit = text.partition(">")
        return cls(column.strip(), int(limit))

    def __call__(self, row, *, strict=True):
        return row[self.column] > self.limit if strict else row[self.column] >= self.limit


class Scale(namedtuple("Scale", "factor")):
    def __call__(self, x):
        return self.factor * x


Plain = namedtuple("Plain", "a b")


def where(rows, tests):
    for test in tests:
        rows = [row for row in rows if test(row)]
    return rows


rows = [{"a": 1, "b": 9}, {"a": 5, "b": 2}, {"a": 7, "b": 7}]
print(where(rows, [Above("a")]), where(rows, (Above.parse(text) for text in ["a > 1", "b > 2"])))
print(Above("a", 5)(rows[1]), Above("a", 5)(rows[1], strict=False), list(map(Scale(3), [1, 2.5])), Scale("ab")(2))
print(callable(Above("a")), callable(Scale(1)), callable(Plain(1, 2)), callable((1, 2)))
for f in [abs, Scale(10), lambda x: -x]:
    print(callable(f), f(4))
mixed = [Above("a"), 3, Plain(1, 2), len]
print([callable(x) for x in mixed])
try:
    Scale(2)()
except TypeError as error:
    print(error)
try:
    Plain(1, 2)()
except TypeError as error:
    print(error)
