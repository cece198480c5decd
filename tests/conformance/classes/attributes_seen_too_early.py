# Attributes that something reads before __init__ has set them.
class A:
    def __init__(self):
        self.x = [1]
    def show(self): return self.x
print(A().show())
a = A.__new__(A)
try: print(a.show())
except AttributeError as e: print(e)
class Base:
    def __init__(self): self.setup()
    def setup(self): pass
class Sub(Base):
    def __init__(self):
        super().__init__()
        self.y = [5]
    def setup(self):
        try: print(self.y)
        except AttributeError as e: print(e)
Sub()
class M1:
    def __init__(self):
        super().__init__()
        self.q = [3]
    def look(self):
        try: print(self.q)
        except AttributeError as e: print(e)
class M2:
    def __init__(self):
        self.look()
class M(M1, M2): pass
M()
class S:
    only = None
    def __new__(cls):
        o = super().__new__(cls)
        try: print(o.z)
        except AttributeError as e: print(e)
        return o
    def __init__(self):
        self.z = [4]
print(S().z)
