# refused: K0401
class Foo: pass
f = Foo()
f.__dict__[1] = 1
