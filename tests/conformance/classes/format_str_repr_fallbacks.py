# __format__, __str__ and __repr__ fallbacks.
class A:
    def __repr__(s): return 'R'
class B(A):
    def __str__(s): return 'S'
    def __format__(s, spec): return f'F<{spec}>'
print(A(), [B()], B(), f'{B():x}', f'{A()}', '%s' % B(), str([B()]), {1: A()}, (B(),))
