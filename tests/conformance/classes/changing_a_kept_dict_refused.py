# refused: K0401
class A:
    def __init__(self):
        self.a = 1


o = A()
d = o.__dict__
d["a"] = 3
print(o.a)
