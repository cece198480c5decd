# The place of a removed item is taken again: the last one on the way to a free place.
s = set()
for x in (1, 33, 65, 97, 129):
    s.add(x)
order = list(s)
s.discard(order[0])
s.discard(order[2])
for x in (161, 193, 225):
    s.add(x)
    print(s)
t = set(range(20))
for k in range(20, 400):
    t.discard(k - 20)
    t.add(k * 37)
    t.discard(k * 37 - 37 * 9)
print(t)
for n in (3, 4, 5, 9, 18):
    t = set()
    for k in range(300):
        t.add(k * 7919 % 1009)
        if len(t) > n:
            t.remove(list(t)[k % n])
    print(n, t)
a = {1, 2, 33, 65, 7}
b = {65, 129, 7}
print(a ^ b, b ^ a, a.symmetric_difference([65, 129, 7]), frozenset(a) ^ b)
a ^= b
print(a)


class Same:
    # Comparing takes the place that was free.
    def __init__(self, name, s=None):
        self.name, self.s = name, s

    def __hash__(self):
        return 5

    def __eq__(self, other):
        if self.s is not None and len(self.s) < 4:
            s, self.s = self.s, None
            s.add(Same("added meanwhile"))
        return self is other

    def __repr__(self):
        return self.name


s = set()
items = [Same(name) for name in "abc"]
for x in items:
    s.add(x)
s.discard(items[0])
s.add(Same("late", s))
print(len(s), sorted(map(repr, s)))
