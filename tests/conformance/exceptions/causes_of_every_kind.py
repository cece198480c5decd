# types: dynamic
"""`raise … from` an exception, a class, None, one of them, something else."""
class E(Exception):
    def __init__(self, *a):
        print('making', type(self).__name__)
        super().__init__(*a)
class F(E): pass
def go(exc, cause):
    try:
        raise exc from cause
    except BaseException as e:
        print(repr(e), repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
go(E, F)
go(E(1), F(2))
go(E, None)
go(F, ValueError('x'))
for c in (None, ValueError, KeyError(3), E):
    try:
        raise RuntimeError('r') from c
    except RuntimeError as e:
        print(repr(e.__cause__))
def bad(x):
    try:
        raise ValueError from x
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
    try:
        raise E from x
    except (TypeError, E) as e:
        print(type(e).__name__, e)

bad(3)
bad(int)
bad([1])
