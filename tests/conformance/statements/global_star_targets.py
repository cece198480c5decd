# Global and star targets.
def f():
    global G; G = 1
f(); print(G); [a, (b, *c)] = 1, 'xyz'; print(a, b, c)
for i, (j, k) in enumerate([(1, 2)]): print(i, j, k)
