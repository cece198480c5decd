# types: dynamic
from decimal import Decimal
values = [Decimal(1), 2.5, "x", None]


def attempt(f):
    try:
        print(f())
    except (TypeError, AttributeError) as error:
        print(error)


print(type(Decimal(1)), type(Decimal(1)).__name__, Decimal.__name__, Decimal.__qualname__, Decimal.__module__)
for a in values:
    for b in values:
        attempt(lambda: a + b)
        attempt(lambda: a < b)
attempt(lambda: values[0][0])
attempt(lambda: len(values[0]))
attempt(lambda: values[0].real_part)
attempt(lambda: list(values[0]))
attempt(lambda: values[0]())
attempt(lambda: "".join(["a", values[0]]))
