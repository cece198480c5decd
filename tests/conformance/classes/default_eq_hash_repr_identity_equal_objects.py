# Default __eq__/__hash__/__repr__; identity of equal objects.
class A: pass
a = A(); b = a; print(a == A(), a is b, a in [b], len({a, b, A()}), repr(a).startswith('<__main__.A object at 0x'))
