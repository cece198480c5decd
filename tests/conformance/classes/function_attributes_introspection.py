# Function attributes and introspection.
def f(a, b=2): "doc"
f.tag = 1; print(f.__name__, f.__doc__, f.__defaults__, f.tag, (lambda: 0).__name__)
class C:
    def m(self): pass
print(C.m.__qualname__)
