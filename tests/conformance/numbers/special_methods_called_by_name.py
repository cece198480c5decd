x = 7
print(x.__add__(2), x.__mul__(3), x.bit_length())
print((1.5).__add__(2), "a".__add__("b"), [1].__add__([2]), (1,).__mul__(2), [1].__len__())
f = x.__add__
print(f(5))
print((3).__add__(1.5), (1.5).__add__(3), (1).__eq__(1.0), (1.0).__eq__(1), True.__and__(False), True.__add__(True))
print(int.__add__(3, 4), float.__mul__(2.0, 3), int.__lt__(1, 2), str.__mul__("ab", 2), "ab".__rmul__(3))
print((2).__pow__(5), (2).__pow__(5, 7), (2).__pow__(-1), (2).__rpow__(3), (7).__divmod__(2), (7).__divmod__(2.5), (7.5).__divmod__(2), (2).__rdivmod__(7))
class M(int):
    pass
class F(float):
    pass
m = M(3)
print(m + 1.5, 1.5 + m, m * F(2.5), F(2.5) * m, m < 3.5, 3.5 < m, 3.0 == m, m == 3.0, F(3.0) == m, m == F(3.0), divmod(m, 2.5), divmod(2.5, m), m ** 2.0, 2.0 ** m, m - 0.5, 0.5 - m)
print(m + 1, 1 + m, m + M(2), m.__add__(1.5), m.__add__(2), m.__radd__(2), int.__add__(m, 2), m // 2.0, m % 2.5, 7.5 % m, 7.5 // m, m / 2.0)
print(hasattr(5, "__add__"), hasattr(5, "__radd__"), hasattr("s", "__rmul__"), hasattr("s", "__radd__"), hasattr(1.5, "__invert__"), hasattr(1, "__invert__"))
print((5).__xor__(3), (5).__lshift__(3), (5).__neg__(), (5).__rsub__(3), (5).__truediv__(2), (5).__rtruediv__(2), (5.5).__rfloordiv__(12), (10**30).__mul__(10**30))
try:
    (1).__truediv__(0)
except ZeroDivisionError as e:
    print(e)
print((1).__add__("a"), (1.0).__lt__("a"), (1).__ne__(2), "a".__lt__("b"), "a".__lt__(1))
