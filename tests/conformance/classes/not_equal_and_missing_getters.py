# types: dynamic
calls = []
class Left:
    def __eq__(self, o):
        calls.append('Left.__eq__'); return NotImplemented
class Right:
    def __eq__(self, o):
        calls.append('Right.__eq__'); return NotImplemented
    def __ne__(self, o):
        calls.append('Right.__ne__'); return NotImplemented
print(Left() != Right(), calls); calls.clear()
class L2:
    def __eq__(self, o): calls.append("L2"); return True
class R2(L2):
    pass
class R3(L2):
    def __eq__(self, o): calls.append("R3"); return False
print(L2() != R2(), L2() != R3(), R3() != L2(), L2() != 3, 3 != L2(), calls)
class P:
    foo = property()
    @property
    def bar(self): return 1
    baz = property(None, lambda self, v: print("set", v))
p = P()
for name in ("foo", "baz"):
    try:
        print(p.foo if name == "foo" else p.baz)
    except AttributeError as e: print(e)
p.baz = 5
try: p.foo = 1
except AttributeError as e: print(e)
try: del p.bar
except AttributeError as e: print(e)
class M:
    def me(self): return __class__.__name__
    @classmethod
    def cm(cls): return __class__, cls
    @staticmethod
    def sm(): return __class__
class N(M): pass
print(M().me(), N().me(), N.cm(), N.sm())
