# __init_subclass__, __set_name__, __class_getitem__.
class F:
    def __set_name__(s, o, n): print('name', o.__name__, n)
class I:
    def __init_subclass__(cls, **k): print('sub', cls.__name__, k)
class J(I, k=1): f = F()
class L:
    def __class_getitem__(cls, i): return i
print(L[int])
