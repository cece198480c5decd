def inner(name):
    try:
        while True:
            try:
                x = yield name
                print(name, "got", x)
            except ValueError as e:
                print(name, "caught", e)
                yield "recovered " + name
            except KeyError:
                return "returned " + name
    finally:
        print(name, "closed")


def outer():
    r = yield from inner("a")
    print("result", r)
    try:
        yield from inner("b")
    except RuntimeError as e:
        print("outer caught", repr(e))
    yield from [1, 2, 3]
    yield from inner("c")


g = outer()
print(next(g), g.send(5), g.throw(ValueError("v1")), next(g))
print(g.throw(KeyError("k")))
print(g.throw(RuntimeError("r")), next(g))
print(next(g), next(g), next(g))
g.close()
print("after close", list(g))


def listed():
    try:
        yield from [1, 2]
    except ValueError as e:
        print("listed", e)
        yield "x"


h = listed()
print(next(h), h.throw(ValueError("in list")))
try:
    next(h)
except StopIteration as e:
    print("end", e.value)


def passes():
    yield from inner("d")


p = passes()
next(p)
try:
    p.throw(TypeError("through"))
except TypeError as e:
    print("came out", e)
shared = inner("s")
q = (lambda: (yield from shared))()
print(next(q))
q.close()
print("shared is closed:", list(shared))


def deep(n):
    if n:
        yield from deep(n - 1)
    else:
        yield from inner("deep")


d = deep(4)
print(next(d), d.throw(ValueError("far down")))
del d


class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


def over():
    try:
        yield from It()
    finally:
        print("over")


o = over()
print(next(o), next(o))
try:
    o.throw(OSError("no throw method"))
except OSError as e:
    print(e)
print(list(over()))
