# Inconsistent MRO is a TypeError at class creation.
class A: pass
class B(A): pass
try:
    class C(A, B): pass
except TypeError as e: print(str(e).splitlines()[0])
