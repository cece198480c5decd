# Registry of classes, factory, class passed as value.
R = {}
def reg(c): R[c.__name__] = c; return c
@reg
class A:
    def __init__(s, x=1): s.x = x
@reg
class B(A): pass
print([R[n](5).x for n in sorted(R)], type(R['B']()).__name__)
