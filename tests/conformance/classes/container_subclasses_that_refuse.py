class baddict1(dict):
    def __init__(self, *args, **kwargs):
        raise ValueError("x")
try:
    print(baddict1.fromkeys([1]))
except ValueError as e:
    print(e)
class B2(bytearray):
    def __init__(me, *args, **kwargs):
        if not args:
            raise ValueError
        me.foo = "bar"
b = B2("x")
print(b, b.foo)
import copy
class B(bytearray):
    pass
x = B(b"abc")
x.q = 3
y = copy.copy(x)
print(y, type(y).__name__)
