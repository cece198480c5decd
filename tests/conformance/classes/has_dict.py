class A: pass
class S: __slots__ = ("x",)
class S2(S): pass
class E(Exception): pass
for o in (A(), S(), S2(), E(), ValueError(), [], {}, 5, "s", None, A, len):
    print(type(o).__name__, hasattr(o, "__dict__"))
