# refused: K0401
registry = {}
class Meta(type):
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        registry[name] = cls
        return cls
class A(metaclass=Meta):
    pass
print(registry)
