import copy
class L(list):
    pass
x = L([[1], [2]])
x.q = 3
y = copy.copy(x)
print(y, type(y).__name__, y.q)
z = copy.deepcopy(x)
z[1].append(4)
print(x, z, z.q)
class D(dict): pass
d = D(a=[1]); d.t = 1
e = copy.deepcopy(d); e["a"].append(2)
print(d, e, e.t, copy.copy(d))
b = bytearray(b"abc")
c = copy.copy(b); c.append(65)
print(b, c, copy.deepcopy(b))
