"""Abstract base classes. The compiler refuses to make objects of a class with abstract methods."""


class ABCMeta(type):
    pass


class ABC(metaclass=ABCMeta):
    pass


def abstractmethod(funcobj):
    return funcobj


def abstractproperty(fget):
    return property(fget)


def abstractclassmethod(callable):
    return classmethod(callable)


def abstractstaticmethod(callable):
    return staticmethod(callable)


def get_cache_token():
    return 0


def update_abstractmethods(cls):
    return cls
