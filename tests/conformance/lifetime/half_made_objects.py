# types: dynamic
# __del__ of objects whose __init__ raised; a property whose setter runs in __init__.
class A:
    def __init__(self, n):
        self.a = n
        self.b = [10 // n]
    def __del__(self):
        print("del", self.a, self.b)
def f(n):
    try:
        A(n)
    except ZeroDivisionError as e:
        print(e)
f(1)
f(0)
class B(A):
    def __init__(self, n):
        super().__init__(n)
        self.c = [str(100 // (n - 1))]
    def __del__(self):
        print("B", self.c)
try: B(1)
except ZeroDivisionError: print("z")
try: B(0)
except ZeroDivisionError: print("z")
class P:
    def __init__(self):
        self.x = 5
        self.y = "s"
    @property
    def x(self): return 1
    @x.setter
    def x(self, v): print(v, self.y)
try: P()
except AttributeError as e: print(e)
