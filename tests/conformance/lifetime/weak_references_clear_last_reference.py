# Weak references clear at the last reference.
import weakref
class A: pass
a = A(); r = weakref.ref(a, lambda _: print('cb')); print(r() is a); del a; print(r())
