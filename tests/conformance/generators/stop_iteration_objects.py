def g():
    yield 1
it = iter([])
try: next(it)
except StopIteration as e: e1 = e
try: next(it)
except StopIteration as e: print(e is e1, e.args, e.value)
x = g()
print(next(x))
try: next(x)
except StopIteration as e: print(e is e1, e.args, e.value)
try: x.send(None)
except StopIteration as e: print(e is e1, e.args, e.value, str(e), repr(e)); e2 = e
print(e2 is e1)
try: g().throw(StopIteration('hm'))
except RuntimeError as e: print(repr(e), repr(e.__cause__))
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
try: next(It())
except StopIteration as e: print(e is e1, e.args)
try:
    try: next(x)
    except StopIteration: raise ValueError('v')
except ValueError as e: print(repr(e.__context__), e.__context__ is e1)
y = x.__next__
try: y()
except Exception as e: print(type(e))
def f():
    return next(iter(''))
f()
