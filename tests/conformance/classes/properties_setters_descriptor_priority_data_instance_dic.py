# Properties, setters, and descriptor priority (data, instance dict, non-data).
class D:
    def __get__(s, o, t): return 'data'
    def __set__(s, o, v): o.__dict__['d'] = v
class N:
    def __get__(s, o, t): return 'nondata'
class Z:
    d = D(); n = N()
z = Z(); z.d = 5; z.n = 6; print(z.d, z.n, Z.d, Z.n)
class P:
    @property
    def v(s): return 1
try: P().v = 2
except AttributeError as e: print(e)
