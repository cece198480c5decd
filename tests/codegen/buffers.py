import gc


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Pair:
    pass


xs = [D("a"), D("b"), D("c"), D("d")]
print(len(xs))
xs[1] = D("e")
x = xs.pop(2)
print("popped", x.name)
del x
xs.insert(0, D("f"))
del xs
print("dropped")
pairs = [(10**20, "x"), (7, "y")]
print(pairs[0][0], pairs[1][1])
pairs[1] = (pairs[1][0], "z")
print(pairs[1][0], pairs[1][1])
small = [3, -1, 200]
print(sum(small))
flags = [True, False, True]
print(flags[0], flags[1], flags[2])
p = Pair()
q = Pair()
p.other = q
q.other = p
p.mark = D("cycle")
del p, q
gc.collect()
print("collected")
