class A:
    "doc"
    x = 1
    def m(self): pass
    @property
    def p(self): return 1
    @staticmethod
    def s(): pass
class B(A):
    y = 2
    def __init__(self): self.q = 1; self.r = 2
class L(list):
    def total(self): return sum(self)
class E(ValueError): pass
print(dir(B()))
print(dir(A))
print(dir(L())[-8:], dir(E())[-8:])
print(dir("")[-5:], dir([])[-5:], dir(3)[-5:], len(dir({})), len(dir(int)), len(dir(object)), len(dir(str)))
print([n for n in dir(B()) if not n.startswith("_")])
b = B()
for n in dir(b):
    if not n.startswith("_"):
        print(n)
print([k for k in A.__dict__], list(B.__dict__))
print("x" in A.__dict__, "x" in B.__dict__, A.__dict__["x"], vars(B)["y"], len(vars(A)))
for k, v in A.__dict__.items():
    if callable(v): print(k)
print({k for k in vars(B) if not k.startswith("_")})
print(type(A.__dict__), B.__dict__.get("nope"))
class S:
    __slots__ = ("a", "b")
print([n for n in dir(S) if not n.startswith("__")])
class D:
    def __dir__(self): return ["z", "a"]
print(dir(D()))
def f(): pass
print(len(dir(f)), len(dir(b.m)))
