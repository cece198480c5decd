# Generator-based context manager.
from contextlib import contextmanager
@contextmanager
def cm():
    print('in')
    try: yield 5
    except ValueError as e: print('saw', e)
    finally: print('out')
with cm() as v: print(v); raise ValueError('x')
