# A generator that is not run to its end cleans up when its variable goes, not after its last use.
def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


def first(name):
    g = numbers(name)
    for x in g:
        print(x)
        break
    print("still open")
    return x


print(first("a"))


class Holder:
    def __init__(self, items):
        self.items = items


def held():
    h = Holder(numbers("b"))
    print(next(h.items))
    print("before")
    del h
    print("after")
    c = numbers("c")
    next(c)
    c = numbers("d")
    print("replaced", next(c))


held()
n = numbers("e")
print(next(n))
m = [n]
n = None
print("in a list")
m.clear()
print("end")
