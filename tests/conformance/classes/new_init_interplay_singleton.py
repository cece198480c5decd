# __new__ and __init__ interplay; singleton.
class S:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def __init__(s, v): s.v = v
print(S(1) is S(2), S._i.v)
class O:
    def __new__(cls): return 5
    def __init__(s): print('never')
print(O())
