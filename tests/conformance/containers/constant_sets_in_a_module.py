# Constant sets that are equal have the order of the first.
def f(): return {63, 10, 255, 1}
print({255, 1, 10, 63}, {63, 255, 10, 1}, f())
print({"b", "a", "c"}, {"c", "a", "b"}, {True, 0, 2}, {1, 0, 2}, {1.0, 0, 2}, {-1, 8, 16}, {16, 8, -1})
class A:
    s = {100, 36, 4, 68}
    def m(self): return {4, 36, 68, 100}, [x for x in {68, 4, 100, 36}]
print(A.s, A().m())
for x in {(1, 2), (3, 4), (5, 6)}: print(x)
print({(5, 6), (1, 2), (3, 4)}, 3 in {3, 2, 1}, {1, 2, 3})
print({8, 0, 16, 24}, {0, 8, 16, 24}, {0, 8, 16}, {16, 8, 0})
