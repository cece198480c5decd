class X:
    def __eq__(self, other):
        a.clear()
        b.clear()
        return True

    def __hash__(self):
        return 13


class Y:
    def __eq__(self, other):
        d.clear()
        return True


a, b = {X(): 0}, {X(): X()}
a == b
print(a, b)
c, d = {0: Y()}, {0: set()}
print(c == d, len(c), d)
for n in (0, 1, 2, -1):
    t = tuple([0, 1])
    print(n * t, t * n, n * (3, 4))
