# Keywords of a class statement go to __init_subclass__.
class A: pass
try:
    class B(A, x=1): pass
except TypeError as e:
    print(e)
class Base:
    def __init_subclass__(cls, tag="none", **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class X(Base, tag="x"): pass
class Y(Base): pass
print(X.tag, Y.tag)
