def f(n):
    log = []
    class E(Exception):
        def __str__(self): return f"E{n}"
        def __del__(self): log.append("gone")
    class D:
        def __del__(self): log.append(n)
    try:
        raise E(1)
    except E as e:
        print(e, repr(e))
    d = D()
    del d
    print(log)
    class K(dict):
        def __missing__(self, k): return k + n
    k = K()
    print(k[3])
    class P:
        def __init__(self): self.x = n
        @property
        def y(self): return self.x + n
        @staticmethod
        def s(): return n
        @classmethod
        def c(cls): return cls().x + n
        def __set_name__(self, owner, name): log.append(name)
    print(P().y, P.s(), P.c(), P().s())
    class S(list):
        def append(self, x): super().append(x * n)
        def __iter__(self): return iter([n])
    s = S(); s.append(3); print(s, list(s), len(s))
    class Key:
        def __init__(self, v): self.v = v
        def __lt__(self, o): log.append(n); return self.v < o.v
    print([k.v for k in sorted([Key(3), Key(1)])], log)
f(2)

