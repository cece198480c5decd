# types: dynamic
class N:
    def __iter__(self):
        return self


def tries(*calls):
    for call in calls:
        try:
            print(call())
        except TypeError as error:
            print(error)


tries(lambda: enumerate(N()), lambda: iter(N()), lambda: iter(42, 42), lambda: sum([bytearray(b"a")], bytearray()),
      lambda: sorted([3, 1]), lambda: sum([1, 2], start=4), lambda: list(iter([1, 2].pop, 1)))


class X:
    def __eq__(self, other):
        b.clear()
        return NotImplemented


class Y:
    def __eq__(self, other):
        a.clear()
        return NotImplemented


class Z:
    def __eq__(self, other):
        c.clear()
        return NotImplemented


a, b, c = [X()], [Y()], [Z()]
print(a == b, a, b, c == [1], c)
