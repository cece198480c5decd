# Parameters whose defaults are literals of every kind.
def f(a=b"xy", b=2j, c=None, d=..., e=True, g=2**70, h=1.5, i="t", j=-3, k=b""):
    return a, b, c, d, e, g, h, i, j, k


class C:
    def __init__(self, data=b"", z=1j):
        self.data = data
        self.z = z


print(f(), f(b"", k=b"k"), C().data + b"!", C(z=3j).z, C().z)
for _ in range(2):
    def inner(x=b"abc", y=4j):
        return x, y
    print(inner(), inner(b"q"))
