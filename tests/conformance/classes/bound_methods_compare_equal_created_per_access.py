# Bound methods compare equal, are created per access.
class A:
    def m(self): pass
a = A(); print(a.m == a.m, a.m is a.m, A.m is A.m)
