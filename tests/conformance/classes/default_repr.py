# What the default repr calls an object.
print(repr(map(str,[1]))[:12], repr(zip())[:12], repr(iter([]))[:20], repr(enumerate([]))[:20], repr(object())[:15], repr(filter(None,[]))[:15], repr(reversed([]))[:20], repr((x for x in []))[:30])
def f():
    class C: pass
    return C()
class A:
    class B: pass
print(repr(f()).split(" at")[0], repr(A.B()).split(" at")[0], repr(A()).split(" at")[0], f"{A.B()}".split(" at")[0])
