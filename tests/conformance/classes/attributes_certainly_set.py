# Attributes that __init__ sets on every path; super().__init__() that ends in object.
class A:
    def __init__(self):
        super().__init__()
        self.d = 1
print(A().d)
class C:
    def __init__(self, n):
        if n > 2:
            self.kind = "big"
            self.size = n
        elif n == 2:
            self.kind = "two"; self.size = 2
        else:
            raise ValueError(n)
        total = 0
        for i in range(n):
            total += i
        self.total = total
        try:
            self.inv = 1 / n
        except ZeroDivisionError:
            self.inv = 0.0
        with open("/dev/null") as f:
            self.text = f.read()
        while True:
            self.last = n
            if n: break
        self.pair, self.other = n, [n]
        self.get = lambda: self.late
        self.late = n * self.size
c = C(3)
print(c.kind, c.size, c.total, c.inv, c.text, c.last, c.pair, c.other, c.get(), c.late)
class B1:
    def __init__(self, a): self.a = a
class B2(B1):
    def __init__(self, a, b):
        B1.__init__(self, a)
        self.b = b + self.a
print(B2(1, 2).b)
class N:
    def __new__(cls, *a):
        return super().__new__(cls)
print(type(N(1, 2)).__name__)
class K:
    def __init__(self, **kw):
        super().__init__(**kw)
        self.z = 1
print(K().z)
class Mix:
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.mixed = True
class Real:
    def __init__(self, n): self.n = n
class Both(Mix, Real): pass
b = Both(4)
print(b.n, b.mixed)
class Err(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code
try: raise Err(3)
except Err as e: print(e, e.code, e.args)
object.__init__(b)
