"""The operators as functions."""
import builtins as _builtins


def lt(a, b):
    return a < b


def le(a, b):
    return a <= b


def eq(a, b):
    return a == b


def ne(a, b):
    return a != b


def ge(a, b):
    return a >= b


def gt(a, b):
    return a > b


def not_(a):
    return not a


def truth(a):
    return True if a else False


def is_(a, b):
    return a is b


def is_not(a, b):
    return a is not b


def add(a, b):
    return a + b


def sub(a, b):
    return a - b


def mul(a, b):
    return a * b


def truediv(a, b):
    return a / b


def floordiv(a, b):
    return a // b


def mod(a, b):
    return a % b


def pow(a, b):
    return a ** b


def and_(a, b):
    return a & b


def or_(a, b):
    return a | b


def xor(a, b):
    return a ^ b


def lshift(a, b):
    return a << b


def rshift(a, b):
    return a >> b


def neg(a):
    return -a


def pos(a):
    return +a


def invert(a):
    return ~a


def abs(a):
    return _builtins.abs(a)


def index(a):
    return _as_index(a)


def concat(a, b):
    if not hasattr(a, "__getitem__"):
        raise TypeError("'" + type(a).__name__ + "' object can't be concatenated")
    return a + b


def contains(a, b):
    return b in a


def countOf(a, b):
    total = 0
    for x in a:
        if x is b or x == b:
            total += 1
    return total


def indexOf(a, b):
    i = 0
    for x in a:
        if x is b or x == b:
            return i
        i += 1
    raise ValueError("sequence.index(x): x not in sequence")


def length_hint(obj, default=0):
    # The length, or what __length_hint__ guesses.
    if not isinstance(default, int):
        raise TypeError("'" + type(default).__name__ + "' object cannot be interpreted as an integer")
    if hasattr(obj, "__len__"):
        return len(obj)
    if hasattr(obj, "__length_hint__"):
        try:
            hint = obj.__length_hint__()
        except TypeError:
            return default
        if hint is NotImplemented:
            return default
        if not isinstance(hint, int):
            raise TypeError("__length_hint__ must be an integer, not " + type(hint).__name__)
        if hint < 0:
            raise ValueError("__length_hint__() should return >= 0")
        return hint
    return default


def getitem(a, b):
    return a[b]


def setitem(a, b, c):
    a[b] = c


def delitem(a, b):
    del a[b]


class itemgetter:
    __full_name__ = "operator.itemgetter"
    __generic__ = True

    def __init__(self, item, /, *items):
        self._item = item
        self._items = items

    def __call__(self, obj, /):
        if self._items:
            return (obj[self._item],) + _items_of(obj, *self._items)
        return obj[self._item]


def _items_of(obj, *items):
    if items:
        return _first_item_of(obj, *items)
    return ()


def _first_item_of(obj, item, *rest):
    return (obj[item],) + _items_of(obj, *rest)


def inv(a):
    return ~a


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


def matmul(a, b):
    return a @ b


def iadd(a, b):
    a += b
    return a


def iand(a, b):
    a &= b
    return a


def ifloordiv(a, b):
    a //= b
    return a


def ilshift(a, b):
    a <<= b
    return a


def imatmul(a, b):
    a @= b
    return a


def imod(a, b):
    a %= b
    return a


def imul(a, b):
    a *= b
    return a


def ior(a, b):
    a |= b
    return a


def ipow(a, b):
    a **= b
    return a


def irshift(a, b):
    a >>= b
    return a


def isub(a, b):
    a -= b
    return a


def itruediv(a, b):
    a /= b
    return a


def ixor(a, b):
    a ^= b
    return a


def iconcat(a, b):
    if not hasattr(a, "__getitem__"):
        raise TypeError("'" + type(a).__name__ + "' object can't be concatenated")
    a += b
    return a


# The compiler writes calls with constant names as calls with functions (compiler/resolve/derive_getters.cpp).
class attrgetter:
    __full_name__ = "operator.attrgetter"
    __generic__ = True

    def __init__(self, attr, /, *attrs):
        if not callable(attr):
            if not isinstance(attr, str):
                _k.type_error("attribute name must be a string")
            _k.refuse("'attrgetter' with a computed name")
        self._get = attr

    def __call__(self, obj, /):
        return self._get(obj)


class methodcaller:
    __full_name__ = "operator.methodcaller"
    __generic__ = True

    def __init__(self, name, /, *args, **kwargs):
        if not callable(name):
            if not isinstance(name, str):
                _k.type_error("method name must be a string")
            _k.refuse("'methodcaller' with a computed name")
        self._call = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        if self._kwargs:
            return self._call(obj, *self._args, **self._kwargs)
        return self._call(obj, *self._args)
