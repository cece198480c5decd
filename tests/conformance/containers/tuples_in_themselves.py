# Tuples that a list, dict or object in them contains show themselves once.
x = []
t = (x,)
x.append(t)
print(t)
print(x)
y = ([],)
y[0].append(y)
print(y)
class A:
    def __init__(self, a): self.a = a
    def __repr__(self): return f"A({self.a!r})"
a = A([])
p = (a, 1)
a.a.append(p)
print(p)
class B: pass
def f(): pass
q = (B, f, None, 1, "a", print)
print(len(repr(q)) > 10)
u = [1, "a"]
z = ((1, (u, 2.0)), 3)
u2 = [z]
print(z, ((z, z), z), [z, z])
def g(n):
    v = (n, [n]) 
    return (v, v)
print(g(1), g("x"))
w = tuple([[]])
w[0].append(w)
print(w)
d = {}
k = (1, d)
d[1] = k
print(d, k)
