# Wrong deletions.
# types: dynamic
class A:
    __slots__ = ('s',)
class B:
    z = 1
    @property
    def p(self): return 1
def t(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def d1(): a = A(); del a.s
def d2(): b = B(); del b.q
def d3(): b = B(); del b.p
def d4(): b = B(); del b.z
def d5(): del B.q
def d7(): x = 5; del x.foo
def d8(): x = None; del x.foo
def d9(): x = (1,); del x.foo
def d10(): del d9.foo
def d11(): b = B(); del b.d1
def d12(): x = [1]; del x.append
for f in (d1, d2, d3, d4, d5, d7, d8, d9, d10, d11, d12): t(f)
