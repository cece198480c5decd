"""Names for the types of what has none of its own, and small classes of objects."""
import sys


def _function():
    pass


def _generator():
    yield


class _Plain:
    def method(self):
        pass


FunctionType = type(_function)
LambdaType = FunctionType
MethodType = type(_Plain().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
GeneratorType = type(_generator())
ModuleType = type(sys)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)


class TracebackType:
    """For annotations: nothing is an instance of it."""


class FrameType:
    """For annotations: nothing is an instance of it."""


class CodeType:
    """For annotations: nothing is an instance of it."""


class mappingproxy:
    """A view of a mapping through which it cannot be changed."""

    __generic__ = True

    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __eq__(self, other):
        if isinstance(other, mappingproxy):
            return self._mapping == other._mapping
        return self._mapping == other

    def __str__(self):
        return str(self._mapping)

    def __repr__(self):
        return "mappingproxy(" + repr(self._mapping) + ")"

    def __or__(self, other):
        if isinstance(other, mappingproxy):
            return self._mapping | other._mapping
        return self._mapping | other

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()


MappingProxyType = mappingproxy
