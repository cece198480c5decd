class Meta(type):
    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", mcs.__name__, name, [b.__name__ for b in bases], sorted(k for k in namespace if not k.startswith("__")), kwargs)
        cls = super().__new__(mcs, name, bases, namespace)
        cls.tag = name.lower()
        return cls
    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", cls.__name__, cls.tag)
        super().__init__(name, bases, namespace)
    def __call__(cls, *args, **kw):
        print("call", cls.__name__)
        return super().__call__(*args, **kw)
    def describe(cls):
        return f"<{cls.__name__}>"
class A(metaclass=Meta):
    x = 1
    def f(self): return self.x
class B(A, option=3):
    y = 2
    def __init__(self, v): self.v = v
print(A().f(), B(5).v, B.describe(), A.tag, B.tag, type(A), type(B).__name__)
class Plain: z = 1
print(type(Plain), isinstance(A, Meta), isinstance(Plain, Meta))

class Registry(type):
    classes = {}
    def __init__(cls, name, bases, attrs):
        super().__init__(name, bases, attrs)
        if bases:
            Registry.classes[name] = cls
class Plugin(metaclass=Registry):
    def run(self): return "base"
class Upper(Plugin):
    def run(self): return "upper"
class Lower(Plugin):
    def run(self): return "lower"
for n, c in Registry.classes.items():
    print(n, c().run())

class Interface(type):
    def __new__(mcs, name, bases, ns):
        if bases and "speak" not in ns:
            raise TypeError(f"{name} must define speak")
        return super().__new__(mcs, name, bases, ns)
class Animal(metaclass=Interface): pass
class Dog(Animal):
    def speak(self): return "woof"
print(Dog().speak())
try:
    class Fish(Animal): pass
except TypeError as e:
    print(e)
class Auto(type):
    def __new__(cls, clsname, bases, dct):
        fields = [k for k, v in dct.items() if isinstance(v, int) and not k.startswith("_")]
        new = type.__new__(cls, clsname, bases, dct)
        new.fields = fields
        return new
class Rec(metaclass=Auto):
    a = 1
    b = 2
    name = "x"
print(Rec.fields)
