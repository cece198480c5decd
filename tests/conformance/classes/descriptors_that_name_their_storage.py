class Typed:
    def __init__(self, kind, default=None):
        self.kind = kind
        self.default = default
    def __set_name__(self, owner, name):
        self.public = name
        self.private = f"_{name}"
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.private, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.public} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(obj, self.private, value)

class Celsius:
    def __set_name__(self, owner, name):
        self.key = "_c_" + name
    def __get__(self, obj, owner=None):
        return getattr(obj, self.key)
    def __set__(self, obj, value):
        setattr(obj, self.key, round(float(value), 1))

class Reading:
    inside = Celsius()
    outside = Celsius()
    def __init__(self, a, b):
        self.inside = a
        self.outside = b
    def delta(self):
        return self.inside - self.outside

class Person:
    age = Typed(int, 0)
    def __init__(self, age=None):
        if age is not None:
            self.age = age

r = Reading("20.55", 3)
print(r.inside, r.outside, r.delta(), sorted(vars(r)))
r.inside = 1
print(r.inside, Person(5).age, Person().age)
try:
    Person("x")
except TypeError as e:
    print(e)
