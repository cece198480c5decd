# StopIteration inside a generator becomes RuntimeError.
def g(): yield next(iter([]))
try: list(g())
except RuntimeError as e: print(e, '|', repr(e.__cause__))
