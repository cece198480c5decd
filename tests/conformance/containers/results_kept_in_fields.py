"""What one caller keeps of a result in a field or a global says nothing about the results of others."""


class Keeper:
    def __init__(self, kept):
        self.kept = kept


def empty(_):
    return set()


def difference():
    keeper = Keeper(set().difference([]) - {"0"})
    keeper.kept.add("text")
    return keeper


def decorated(function):
    return function


@decorated
def unused(a, b="été"):
    pass


def count():
    n = 4
    if len(set() - {n}) != 3:
        print("none of", n)


keeper = difference()
count()
numbers = empty(1)
shared = empty(2)
shared.add("a")
numbers.add(5)
print(sorted(keeper.kept), [x + 1 for x in numbers], [x + "b" for x in shared], set() - {1, 2}, set() & {1})
