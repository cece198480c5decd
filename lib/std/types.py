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


MappingProxyType = _mappingproxy


class SimpleNamespace:
    """An object with the attributes that are set."""
    __generic__ = True

    def __init__(self, /, **kwargs):
        # Each attribute has a type of its own that nobody declares: operations on them are checked when they run.
        values = {}
        values["_krait_unchecked"] = _k.unchecked([""])
        del values["_krait_unchecked"]
        for name, value in kwargs.items():
            values[name] = value
        object.__setattr__(self, "_values", values)

    def __getattr__(self, name):
        if name in self._values:
            return self._values[name]
        raise AttributeError("'types.SimpleNamespace' object has no attribute '" + name + "'")

    def __setattr__(self, name, value):
        self._values[name] = value

    def __delattr__(self, name):
        if name not in self._values:
            raise AttributeError("'types.SimpleNamespace' object has no attribute '" + name + "'")
        del self._values[name]

    def __repr__(self):
        if _rt.repr_enter(self):
            return "namespace(...)"
        parts = []
        for name, value in self._values.items():
            parts.append(name + "=" + repr(value))
        _rt.repr_leave(self)
        return "namespace(" + ", ".join(parts) + ")"

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return self._values == other._values

    def _vars_(self):
        return self._values
