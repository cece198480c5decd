# Abstract classes, __init_subclass__, __set_name__, __new__, metaclass calls, __slots__, subclasses of float, str, int.
from abc import ABC, abstractmethod, ABCMeta
from typing import Protocol

class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def sides(self):
        pass

    def describe(self):
        return f"{self.name}: {self.area():.2f} with {self.sides} sides"

class Square(Shape):
    def __init__(self, s):
        super().__init__("square")
        self.s = s

    def area(self):
        return self.s ** 2

    @property
    def sides(self):
        return 4

class Half(Shape):
    def area(self):
        return 1

print(Square(3).describe())
for c in (Shape, Half):
    try:
        c("x")
    except TypeError as e:
        print(e)

class Plugin(metaclass=ABCMeta):
    registry = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[name or cls.__name__] = cls

    @abstractmethod
    def run(self): ...

class A(Plugin, name="first"):
    def run(self):
        return "A"

class B(Plugin):
    def run(self):
        return "B"

for name in sorted(Plugin.registry):
    print(name, Plugin.registry[name]().run())

class Speaker(Protocol):
    def speak(self) -> str: ...

class Dog:
    def speak(self):
        return "woof"

def talk(s: Speaker):
    return s.speak()
print(talk(Dog()))

class Field:
    def __set_name__(self, owner, name):
        self.name = name
        self.owner = owner.__name__

class Model:
    title = Field()
    body = Field()

print(Model.title.name, Model.body.name, Model.body.owner)

class Singleton:
    _instance = None
    def __new__(cls, *args):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance
    def __init__(self, value):
        self.value = value

a = Singleton(1)
b = Singleton(2)
print(a is b, a.value)

class Meta(type):
    _cache = {}
    def __call__(cls, *args, **kw):
        if cls.__name__ not in Meta._cache:
            Meta._cache[cls.__name__] = super().__call__(*args, **kw)
        return Meta._cache[cls.__name__]

class Config(metaclass=Meta):
    def __init__(self, v=1):
        self.v = v

print(Config(5) is Config(), Config().v)

class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__}]"
print(Box[int])
class Slotted:
    __slots__ = ("x", "y")
    def __init__(self):
        self.x = 1
s = Slotted()
s.y = 2
try:
    s.z = 3
except AttributeError as e:
    print(e)
print(s.x, s.y)
class Celsius(float):
    def fahrenheit(self):
        return self * 9 / 5 + 32
c = Celsius(100)
print(c, c.fahrenheit(), c + 1, isinstance(c, float), c > 50, round(c), f"{c:.1f}")
class Name(str):
    def shout(self):
        return self.upper() + "!"
n = Name("bob")
print(n, n.shout(), n + "by", len(n), n == "bob", {"bob": 1}[n], n[0], n.replace("b", "d"), [x for x in n], repr(n), "%s" % n)
class Even(int):
    def __new__(cls, v):
        if v % 2:
            raise ValueError("odd")
        return super().__new__(cls, v)
    def __repr__(self):
        return f"Even({int(self)})"
print(Even(4), Even(4) + 1, [Even(2)])
