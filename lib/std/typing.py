"""Names for annotations. They say nothing to the compiler, which finds types by itself."""

TYPE_CHECKING = False


class _Form:
    # A name that may be subscribed, and called as its plain class cannot be.
    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __repr__(self):
        return "typing." + self._name


Any = _Form("Any")
Optional = _Form("Optional")
Union = _Form("Union")
Callable = _Form("Callable")
List = _Form("List")
Dict = _Form("Dict")
Set = _Form("Set")
FrozenSet = _Form("FrozenSet")
Tuple = _Form("Tuple")
Type = _Form("Type")
Deque = _Form("Deque")
DefaultDict = _Form("DefaultDict")
OrderedDict = _Form("OrderedDict")
Counter = _Form("Counter")
Iterable = _Form("Iterable")
Iterator = _Form("Iterator")
Generator = _Form("Generator")
Sequence = _Form("Sequence")
MutableSequence = _Form("MutableSequence")
Mapping = _Form("Mapping")
MutableMapping = _Form("MutableMapping")
Collection = _Form("Collection")
Container = _Form("Container")
Hashable = _Form("Hashable")
Sized = _Form("Sized")
Reversible = _Form("Reversible")
SupportsInt = _Form("SupportsInt")
SupportsFloat = _Form("SupportsFloat")
Awaitable = _Form("Awaitable")
Literal = _Form("Literal")
Final = _Form("Final")
ClassVar = _Form("ClassVar")
Annotated = _Form("Annotated")
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
Text = _Form("Text")
AnyStr = _Form("AnyStr")
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
