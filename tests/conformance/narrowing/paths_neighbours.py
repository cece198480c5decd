# types: dynamic
# What may store to a narrowed attribute: operators, properties, iteration, callbacks, constructors that run again, unions of objects.
class A:
    def __init__(self, v):
        self.v = v
class B:
    def __init__(self, v):
        self.v = v
class C:
    v = None
    def __init__(self, w):
        self.w = w
def f(o):
    if isinstance(o.v, int):
        return o.v + 1
    if isinstance(o.v, str):
        return o.v.upper()
    if o.v is None:
        return 'none'
    return len(o.v)
for o in (A((1, 2)), A([1.5]), B(2), B(None), B('é漢'), B(10 ** 30), C(1)):
    print(f(o), end=' ')
print()
def g(o, flag):
    if o.v is not None:
        return (o.v, o.v)[0 if flag else 1] == (o.v if flag else None)
    return 'n'
for o in (A((1, 2)), B(2), C(1)):
    print(g(o, True), g(o, False), end=' ')
print()
class T:
    def __init__(self):
        self.x = None
        self.n = 0
    def clear(self):
        self.x = None
        return 0
    def __eq__(self, other):
        self.x = None
        return True
    def __add__(self, other):
        self.x = None
        return self
    def __len__(self):
        self.x = None
        return 1
    def __iter__(self):
        self.x = None
        return iter([1])
    def __call__(self):
        self.x = None
    def __getitem__(self, k):
        self.x = None
        return k
    def __enter__(self):
        self.x = None
    def __exit__(self, *a):
        self.x = None
    def __str__(self):
        self.x = None
        return 'T'
    def __hash__(self):
        self.x = None
        return 1
    def __contains__(self, k):
        self.x = None
        return True
    def __format__(self, spec):
        self.x = None
        return spec
    @property
    def p(self):
        self.x = None
        return 1
    @p.setter
    def p(self, v):
        self.x = None
    @staticmethod
    def reset(o):
        o.x = None
    @classmethod
    def again(cls, o):
        o.x = None
def use(t):
    try:
        return t.x + 1
    except TypeError as e:
        return 'E'
def each():
    t = T()
    acts = [lambda: t == 1, lambda: t + 1, lambda: len(t), lambda: list(t), lambda: t(), lambda: t[1], lambda: str(t), lambda: {t: 1},
            lambda: 1 in t, lambda: f'{t:5}', lambda: t.p, lambda: T.reset(t), lambda: T.again(t), lambda: sorted([2, 1], key=lambda q: t.clear()),
            lambda: list(map(lambda q: t.clear(), [1])), lambda: max([1, 2], key=lambda q: t.clear()), lambda: setattr(t, 'p', 1)]
    out = []
    for act in acts:
        t.x = 5
        if t.x is not None:
            act()
            out.append(use(t))
    return out
print(each())
def direct():
    out = []
    t = T()
    t.x = 1
    if t.x is not None:
        t == 2
        out.append(t.x is None)
    t.x = 1
    if t.x is not None and len(t) == 1:
        out.append(t.x is None)
    t.x = 1
    if t.x is not None:
        for _ in t:
            out.append(t.x is None)
    t.x = 1
    if t.x is not None:
        with t:
            out.append(t.x is None)
        t.x = 2
        out.append(t.x is None)
    out.append(t.x is None)
    t.x = 1
    if t.x is not None:
        t.p = 5
        out.append(t.x is None)
    t.x = 1
    if t.x is not None:
        t[0] if t.n else 1 in t
        out.append(t.x is None)
    t.x = 3
    if t.x == (t.clear() or 3 if t.n == 0 else 4):
        out.append(t.x is None)
    t.x = 7
    while t.x is not None:
        out.append(t.x)
        t += 1
        out.append(t.x is None)
    t.x = 7
    match t.x:
        case int():
            f'{t}'
            out.append(t.x is None)
    t.x = 'text'
    y = t.x if t.x is not None else 'none'
    z = [t.x.upper() for _ in range(2) if t.x is not None]
    out.append((y, z))
    t.x = (1, 'a')
    if t.x:
        a, b = t.x
        out.append((a, b, t.clear(), t.x))
    return out
print(direct())
class Single:
    inst = None
    def __new__(cls):
        if cls.inst is None:
            cls.inst = object.__new__(cls)
        return cls.inst
    def __init__(self):
        self.data = None
def single():
    s = Single()
    s.data = 5
    if s.data is not None:
        Single()
        return s.data is None
print(single())
class Re:
    def __init__(self, other=None):
        self.v = None
        if other is not None:
            other.v = 1
            if other.v is not None:
                Re.__init__(other)
                print(other.v is None)
Re(Re())
def rec(n, o):
    if o.v is None:
        o.v = n
    if n > 0:
        if o.v is not None:
            rec(n - 1, o)
            return o.v
    o.v = None
    return None
print(rec(3, A(None)))
def gen(o):
    while o.v is not None:
        got = yield o.v
        if o.v is None:
            return 'gone'
        o.v = o.v - 1 if o.v else None
o = A(2)
print(list(gen(o)), o.v)
