class H(set):
    def __hash__(self):
        return 5
s = H([1])
f = {s, frozenset([7]), 3}
print(s in f, {7} in f, {8} in f, frozenset([1]) in f)
f.discard({7})
print(len(f))
f.remove(s)
print(f)
for x in ({1}, frozenset([1])):
    try:
        f.remove(x)
    except KeyError as error:
        print(error)
g = {1, frozenset({2, 3})}
g.discard({2, 3})
g.discard({4})
print(g)
try:
    g.remove({9})
except KeyError as error:
    print(error.args)
