class E1(Exception):
    def __init__(self, code, msg="m"):
        self.code = code
class E2(E1):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
class E3(E2):
    pass
class E4(Exception):
    def __init__(self, x):
        super().__init__("text " + x)
class E5(KeyError):
    def __init__(self, k, *rest, flag=False):
        self.k = k
for e in [E1(3), E1(4, msg="z"), E2(1, "q"), E3(7, 8), E4("t"), E5("k", 1, flag=True)]:
    try:
        raise e
    except Exception as x:
        print(type(x).__name__, x, repr(x), x.args)
try:
    raise E2([1], {"a": 2})
except E1 as x:
    print(x, x.args, x.b)
import sys
print(hasattr(sys, "argv"), hasattr(sys, "nope"))
