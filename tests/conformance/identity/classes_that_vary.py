"""The second argument of isinstance and issubclass, and what an except clause names, may be one of several."""
def f(k):
    try: raise KeyError('x')
    except k as e: return 'caught ' + k.__name__
def g(k):
    try: return f(k)
    except KeyError: return 'passed'
for k in (ValueError, KeyError): print(g(k))
for k in (int, str): print(isinstance(5, k), isinstance('a', k), issubclass(bool, k))
for k in ((int, str), (float, list)): print(isinstance(5, k))
class A: pass
class B(A): pass
def test(x, *kinds):
    return [isinstance(x, k) for k in kinds]
print(test(B(), A, B, int), test(None, type(None), str), test(1.5, (int, float), (str, bytes)))
def pick(k):
    if k == 0: return int
    if k == 1: return (str, A)
    return int | None
for k in range(3):
    print([isinstance(v, pick(k)) for v in (1, 'x', None, B(), 2.5)], isinstance(None, (pick(k), float)), isinstance(True, (list, pick(k))))
def sub(c, k): return issubclass(c, k)
print([sub(c, k) for c in (A, B, int, bool) for k in (A, B, int)], issubclass(bool, (str, int)), issubclass(str, (int, float)))
def narrow(x, k):
    if isinstance(x, k): return 'yes'
    return x
print(narrow(1, int), narrow('a', int), narrow(1, str))
errors = (ValueError, (KeyError, IndexError), ZeroDivisionError)
for e in errors:
    for act in (lambda: int('x'), lambda: {}['k'], lambda: [][0], lambda: 1 // 0):
        try:
            try: print(act())
            except e as err: print('handled', type(err).__name__)
        except Exception as err: print('other', type(err).__name__)
handlers = {int: 'number', str: 'text'}
for v in (1, 'a', 2.5, True):
    for k, name in handlers.items():
        if isinstance(v, k): print(v, name)
def p(): return int | None
def q(k):
    if k: return str
    return int | None
print(isinstance(1, p()), isinstance(None, p()), isinstance('x', p()))
print(isinstance(1, q(0)), isinstance(None, q(0)), isinstance('x', q(1)))
for u in (int | str, float | None): print(isinstance(1, u), isinstance(None, u))
