l = [1, 2, 3]
l.__init__([4])
print(l)
l.__init__()
print(l)
s = {1, 2}
s.__init__([3])
print(s)
b = bytearray(b"ab")
b.__init__(b"c")
print(b)
d = {1: 2}
d.__init__({3: 4})
print(d)
