# types: dynamic
import sys
def f(kind):
    try:
        raise kind("text")
    except Exception:
        t, v, tb = sys.exc_info()
        print(t, v, tb is not None, t.__name__, sys.exception() is v)
f(ValueError)
f(KeyError)
class Own(LookupError): pass
f(Own)
print(sys.exc_info(), sys.exception())
def gen():
    try:
        yield 1
    except ValueError:
        print(sys.exc_info()[0])
        yield 2
g = gen()
next(g)
print(g.throw(ValueError("x")), sys.exc_info()[0])
e = ValueError("a")
e.__cause__ = KeyError("b")
print(repr(e.__cause__), e.__suppress_context__)
e.__context__ = TypeError("c")
e.__suppress_context__ = False
print(repr(e.__context__), e.__suppress_context__)
e.__cause__ = None
print(e.__cause__, e.__suppress_context__)
try:
    object().foo
except AttributeError as error:
    print(error.name, error)
class C: pass
try:
    C().bar
except AttributeError as error:
    print(error.name)
try:
    C.baz
except AttributeError as error:
    print(error.name)
print(AttributeError("plain").name, NameError("other").name)
try:
    import nonexistent_mod
except ImportError as error:
    print(error.name, error.path, error)
def early(flag):
    if flag: local = 1
    try:
        print(local)
    except UnboundLocalError as error:
        print(error.name)
early(0)
inner = ValueError("inner")
outer = RuntimeError("outer")
outer.__cause__ = inner
raise outer
