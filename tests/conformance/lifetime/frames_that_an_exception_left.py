"""The variables of the functions that an exception left live as long as its traceback."""
class R:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def f(k):
    r = R(k)
    if k: return f(k - 1)
    raise ValueError('x')
try: f(2)
except ValueError as e: print('caught', e)
print('after')
def gen():
    r = R('gen')
    yield 1
    raise KeyError('g')
try:
    for x in gen(): print(x)
except KeyError: print('caught gen')
print('after gen')
def handled():
    a = R('a')
    try:
        b = R('b')
        f(1)
    except ValueError as e:
        print('inner')
        b = None
    print('out of handler')
handled()
kept = None
def store():
    global kept
    try: f(0)
    except ValueError as e: kept = e
store()
print('stored')
kept.__traceback__ = None
print('cleared')
kept = None
class C:
    def __init__(self): self.r = R('in C'); raise RuntimeError('init')
    def m(self, p, *args, **kw):
        t = (R('tuple'), 1)
        raise LookupError
try: C()
except RuntimeError: print('init failed')
c = C.__new__(C)
try: c.m(R('p'), R('star'), k=R('kw'))
except LookupError: print('m failed')
def chain():
    try: f(0)
    except ValueError as e:
        q = R('chain')
        raise TypeError('t') from e
try: chain()
except TypeError as e: print(repr(e.__cause__))
print('end')
