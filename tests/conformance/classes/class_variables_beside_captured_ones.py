v = "module"
def outer():
    v = "outer"
    class A:
        first = v
        v = "class"
        second = v
        def m(self):
            return v
        class B:
            third = v
            def n(self): return v
        items = [v for _ in range(1)]
        f = lambda self: v
    v = "changed"
    a = A()
    return A.first, A.second, a.m(), A.B.third, A.B().n(), A.items, a.f()
print(outer())
def g(n):
    class K:
        n = n if False else 3
        def get(self): return self.n
    return K().get()
try:
    print(g(1))
except NameError as e:
    print("NameError", e)
