"""`__traceback__` and with_traceback: is there one, taking it away, giving it to another exception."""
def f(): raise ValueError
try: f()
except ValueError as e:
    print(e.__traceback__ is None)
    e.__traceback__ = None
    print(e.__traceback__ is None)
    x = e.with_traceback(None)
    print(x is e)
class M:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print(t, v, tb is None)
        if tb is not None:
            print(tb is v.__traceback__ or v.__traceback__ is not None)
        return True
with M(): pass
with M(): f()
def g():
    try: f()
    except ValueError as e:
        raise KeyError('k').with_traceback(e.__traceback__) from None
try: g()
except KeyError as e: print(repr(e), e.__traceback__ is None)
try:
    e = ValueError('new'); print(e.__traceback__ is None)
    raise e
except ValueError as v: print(v.__traceback__ is None)
g()
