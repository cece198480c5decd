from types import SimpleNamespace
ns = SimpleNamespace(a=1, b="x")
print(ns, ns.a, ns == SimpleNamespace(a=1, b="x"), ns == 5, ns != SimpleNamespace())
ns.c = [1]
ns.a += 5
ns.c.append(2)
print(ns, ns.b.upper(), ns.a + 1, ns.c[0])
del ns.b
print(ns, vars(ns), hasattr(ns, "b"), getattr(ns, "b", None), hasattr(ns, "a"))
try: ns.b
except AttributeError as e: print(e)
try: del ns.zz
except AttributeError as e: print(e)
def config(debug=False):
    c = SimpleNamespace()
    c.debug = debug
    c.items = {"k": 1}
    c.nested = SimpleNamespace(x=1.5)
    return c
c = config(True)
print(c.debug, c.items["k"] + 1, c.nested.x * 2, c)
rows = [SimpleNamespace(name=n, size=len(n)) for n in ("bb", "a")]
rows.sort(key=lambda r: r.size)
print([r.name for r in rows], rows)
d = {"x": 1, "y": 2}
p = SimpleNamespace(**d)
print(p.x + p.y, p)
setattr(p, "z", 9); print(p.z, p.__dict__)
for k, v in vars(p).items(): print(k, v)
