import json
from decimal import Decimal, DivisionByZero, InvalidOperation


def attempt(value):
    try:
        return repr(Decimal(value))
    except (ValueError, TypeError, InvalidOperation) as error:
        return f"{type(error).__name__}: {error}"


for parts in [(0, (1, 2, 3), -2), (1, (4,), 3), (0, (0, 0, 5), 0), (0, (), 0), (1, (0,), "F"), (0, (), "n"), (1, (7, 8), "N")]:
    print(parts, Decimal(parts), attempt(list(parts)))
print(attempt((2, (1,), 0)), attempt((0, (1, 10), 0)), attempt((0, (1,), "x")), attempt((0, (1,), 1.5)), attempt((0, 5, 0)))
print(attempt((0, (1,))), attempt(("0", (1,), 0)), attempt([0, [1, 2], -1]), attempt((0, ("1",), 0)))
for value in json.loads('[1, "2.50", null, [0, [4, 2], -1], {"a": 1}, true, 0.5, "x"]'):
    print(attempt(value))
print(Decimal(Decimal("12.340").as_tuple()), Decimal(tuple(Decimal("-7E+3").as_tuple())))


class Missing(Exception):
    def __init__(self, numbers):
        super().__init__(numbers)
        self.sum = sum(n + 1 for n in numbers)


# The lists of the program's exceptions have nothing to do with those of decimal's.
try:
    raise Missing([1, 2])
except Missing as error:
    print(error, error.sum)
for make in (lambda: Decimal("z"), lambda: Decimal(1) / 0, lambda: Decimal(0) / 0):
    try:
        make()
    except (InvalidOperation, DivisionByZero) as error:
        print(repr(error), str(error))
Decimal(object())
