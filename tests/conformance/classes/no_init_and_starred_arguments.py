class Meta(type):
    def __call__(cls, *a, **k):
        print("making", cls.__name__, len(a))
        return super().__call__(*a, **k)
class Z(metaclass=Meta):
    size = 1
class Y(metaclass=Meta):
    def __init__(self, v=3): self.v = v
print(Z().size, Y().v, Y(4).v)
def call(f, *a):
    return f(*a)
class Plain: pass
print(type(call(Plain)).__name__)
def opt(*a):
    return Plain(*a)
print(type(opt()).__name__)
args = []
print(type(Plain(*args)).__name__)
try:
    Plain(*[1, 2])
except TypeError as e:
    print(e)
