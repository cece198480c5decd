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
