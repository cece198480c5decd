"""Names for annotations. They say nothing to the compiler, which finds types by itself."""

import collections as _collections
import collections.abc as _abc
import sys as _sys

__only_mentioned__ = True  # resolve/unmentioned.h
TYPE_CHECKING = False


def _parameter_text(x):
    if x is None:
        return "NoneType"
    if x is ...:
        return "..."
    if isinstance(x, type):
        return x.__qualname__ if x.__module__ == "builtins" else x.__module__ + "." + x.__qualname__
    if isinstance(x, str):
        return "ForwardRef(" + repr(x) + ")"
    if isinstance(x, list):
        return "[" + ", ".join([_parameter_text(item) for item in x]) + "]"
    return repr(x)


def _parameters_text(parameters):
    # What stands in the brackets, as typing shows it.
    if isinstance(parameters, tuple):
        texts = []
        for k in range(len(parameters)):
            texts.append(_parameter_text(parameters[k]))
        return ", ".join(texts) if texts else "()"
    return _parameter_text(parameters)


class _Form:
    # A name that may be subscribed, and called as its plain class cannot be.
    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        if self._name == "Literal":
            text = repr(parameters)
            if isinstance(parameters, tuple):
                text = text[1:-2] if len(parameters) == 1 else text[1:-1]
            return _Form("Literal[" + text + "]")
        if self._name == "Union" and isinstance(parameters, tuple) and len(parameters) == 2:
            first, second = parameters
            if second is None:
                return _Form("Optional[" + _parameter_text(first) + "]")
            if first is None:
                return _Form("Optional[" + _parameter_text(second) + "]")
        return _Form(self._name + "[" + _parameters_text(parameters) + "]")

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __repr__(self):
        return "typing." + self._name


class _Subscripted:
    # List[int]: a base class, and something to call.
    __generic__ = True

    def __init__(self, name, origin):
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **passed):
        return self.__origin__(*args, **passed)

    def __getitem__(self, parameters):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __repr__(self):
        return "typing." + self._name


class _Alias:
    # A class by typing's name for it: the compiler takes it for the class as a base and in isinstance.
    __generic__ = True

    def __init__(self, name, origin, made):
        self._name = name
        self.__origin__ = origin
        self._made = made

    def __call__(self, *args, **passed):
        if not self._made:
            raise TypeError("Type " + self._name + " cannot be instantiated; use " + self.__origin__.__name__ + "() instead")
        return self.__origin__(*args, **passed)

    def __getitem__(self, parameters):
        return _Subscripted(self._name + "[" + _parameters_text(parameters) + "]", self.__origin__)

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __repr__(self):
        return "typing." + self._name


Any = _Form("Any")
Optional = _Form("Optional")
Union = _Form("Union")
Callable = _Alias("Callable", _abc.Callable, False)
List = _Alias("List", list, False)
Dict = _Alias("Dict", dict, False)
Set = _Alias("Set", set, False)
FrozenSet = _Alias("FrozenSet", frozenset, False)
Tuple = _Alias("Tuple", tuple, False)
Type = _Alias("Type", type, False)
Deque = _Alias("Deque", _collections.deque, True)
DefaultDict = _Alias("DefaultDict", _collections.defaultdict, True)
OrderedDict = _Alias("OrderedDict", _collections.OrderedDict, True)
Counter = _Alias("Counter", _collections.Counter, True)
Iterable = _Alias("Iterable", _abc.Iterable, False)
Iterator = _Alias("Iterator", _abc.Iterator, False)
Generator = _Alias("Generator", _abc.Generator, False)
Sequence = _Alias("Sequence", _abc.Sequence, False)
MutableSequence = _Alias("MutableSequence", _abc.MutableSequence, False)
Mapping = _Alias("Mapping", _abc.Mapping, False)
MutableMapping = _Alias("MutableMapping", _abc.MutableMapping, False)
Collection = _Alias("Collection", _abc.Collection, False)
Container = _Alias("Container", _abc.Container, False)
Hashable = _Alias("Hashable", _abc.Hashable, False)
Sized = _Alias("Sized", _abc.Sized, False)
Reversible = _Alias("Reversible", _abc.Reversible, False)
AbstractSet = _Alias("AbstractSet", _abc.Set, False)
MutableSet = _Alias("MutableSet", _abc.MutableSet, False)
MappingView = _Alias("MappingView", _abc.MappingView, False)
KeysView = _Alias("KeysView", _abc.KeysView, False)
ItemsView = _Alias("ItemsView", _abc.ItemsView, False)
ValuesView = _Alias("ValuesView", _abc.ValuesView, False)
ByteString = _Alias("ByteString", _abc.ByteString, False)
SupportsInt = _Form("SupportsInt")
SupportsFloat = _Form("SupportsFloat")
SupportsIndex = _Form("SupportsIndex")
SupportsAbs = _Form("SupportsAbs")
SupportsRound = _Form("SupportsRound")
SupportsBytes = _Form("SupportsBytes")
SupportsComplex = _Form("SupportsComplex")
ContextManager = _Form("ContextManager")
AsyncContextManager = _Form("AsyncContextManager")
Awaitable = _Form("Awaitable")
Coroutine = _Form("Coroutine")
AsyncIterable = _Form("AsyncIterable")
AsyncIterator = _Form("AsyncIterator")
AsyncGenerator = _Form("AsyncGenerator")
Pattern = _Form("Pattern")
Match = _Form("Match")
TypeGuard = _Form("TypeGuard")
Required = _Form("Required")
NotRequired = _Form("NotRequired")
Unpack = _Form("Unpack")
Literal = _Form("Literal")
Final = _Form("Final")
ClassVar = _Form("ClassVar")
Annotated = _Form("Annotated")
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
Text = str
IO = _Form("IO")
TextIO = _Form("TextIO")
BinaryIO = _Form("BinaryIO")
TypeAlias = _Form("TypeAlias")
Concatenate = _Form("Concatenate")
LiteralString = _Form("LiteralString")


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._variance = "+" if covariant else "-" if contravariant else "~"

    def __getitem__(self, parameters):
        return self

    def __or__(self, other):
        return self

    def __repr__(self):
        return self._variance + self.__name__


class _Arguments:
    # P.args and P.kwargs of a ParamSpec.
    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __repr__(self):
        return self.__origin__.__name__ + "." + self._name


class ParamSpec:
    """What stands for the parameters of a function."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._variance = "+" if covariant else "-" if contravariant else "~"

    @property
    def args(self):
        return _Arguments(self, "args")

    @property
    def kwargs(self):
        return _Arguments(self, "kwargs")

    def __repr__(self):
        return self._variance + self.__name__


class TypeVarTuple:
    """What stands for any number of types."""

    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield self

    def __repr__(self):
        return self.__name__


AnyStr = TypeVar("AnyStr", bytes, str)


def cast(typ, val):
    return val


def NewType(name, tp):
    def make(x):
        return x
    return make


def overload(func):
    return func


def final(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def assert_never(arg, /):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(arg))


class Generic:
    @classmethod
    def __class_getitem__(cls, parameters):
        return cls


class Protocol:
    @classmethod
    def __class_getitem__(cls, parameters):
        return cls


def NamedTuple(typename, fields=None, /, **kwargs):
    # The compiler turns classes with this base, and calls with constant names, into named tuples.
    _k.refuse("NamedTuple() other than as the value of an assignment or a base class, or with computed names,")


class TypedDict:
    """Classes that derive from this describe dicts: what they make are dicts."""

    def __init_subclass__(cls, /, total=True):
        pass

    def __new__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)


def is_typeddict(tp):
    return isinstance(tp, type) and issubclass(tp, TypedDict) and tp is not TypedDict


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print("Runtime type is " + repr(type(obj).__name__), file=_sys.stderr)
    return obj


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        return cls_or_fn
    return decorator


def no_type_check_decorator(decorator):
    return decorator


def get_overloads(func):
    return []


def clear_overloads():
    pass
