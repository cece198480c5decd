# Defaults that are literals of each kind, used by calls and left out by others.
def all_kinds(a=True, b=-3, c=2.5, d="text", e=b"bytes", f=None, g=..., h=2j, i=2**70, j=(1, "x"), k=1e400):
    return a, b, c, d, e, f, g, h, i, j, k


def one(data=b"ab"):
    return len(data), data


class C:
    def __init__(self, data=b"", number=1j, dots=...):
        self.data, self.number, self.dots = data, number, dots

    def show(self, end=b"\n"):
        return self.data + end, self.number, self.dots


print(all_kinds())
print(all_kinds(False, e=b"other", g=1, h=0))
print(one(), one(b"x"))
print(C().show(), C(b"z").show(b""))
print((lambda x=b"lambda": x)(), [f() for f in [lambda y=b"q", z=3j: (y, z)]])
print(bytearray(), bytes(), bytes([1, 2]), bytes(x for x in [3, 4]), bytearray(b"x") + bytearray())


def make():
    def inner(n, data=b"inner", dots=...):
        return data * n, dots is ...
    return inner


print(make()(2), make()(1, b"o"))
