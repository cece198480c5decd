# types: dynamic
class S(str):
    pass
class Foo:
    def __init__(self, m): self.msg = m
f = Foo("1")
n = S("msg")
print(getattr(f, n), hasattr(f, n), hasattr(f, S("zz")))
setattr(f, n, 5)
print(f.msg, f.__dict__)
delattr(f, n)
print(hasattr(f, "msg"))
def attempt(*names):
    for name in names:
        try:
            print(getattr(f, name, "default"))
        except TypeError as e:
            print(e)
        try:
            print(hasattr(f, name))
        except TypeError as e:
            print(e)
        try:
            setattr(f, name, 3)
        except TypeError as e:
            print(e)
attempt(1, "msg", None, n, b"msg", S("msg"))
