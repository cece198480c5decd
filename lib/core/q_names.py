# What dir() and the __dict__ of a class show.


def _builtin_names(kind):
    # What dir() says of objects of a builtin class, besides what every object has.
    if kind == "int":
        return (
            "__abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ __getnewargs__ "
            "__index__ __int__ __invert__ __lshift__ __mod__ __mul__ __neg__ __or__ __pos__ __pow__ __radd__ "
            "__rand__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __round__ __rpow__ "
            "__rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ __trunc__ __xor__ "
            "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes"
        )
    if kind == "float":
        return (
            "__abs__ __add__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ __getformat__ "
            "__getnewargs__ __int__ __mod__ __mul__ __neg__ __pos__ __pow__ __radd__ __rdivmod__ __rfloordiv__ "
            "__rmod__ __rmul__ __round__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ __trunc__ "
            "as_integer_ratio conjugate fromhex hex imag is_integer real"
        )
    if kind == "complex":
        return (
            "__abs__ __add__ __bool__ __complex__ __getnewargs__ __mul__ __neg__ __pos__ __pow__ __radd__ "
            "__rmul__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ conjugate imag real"
        )
    if kind == "str":
        return (
            "__add__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ __mul__ __rmod__ __rmul__ "
            "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum "
            "isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper "
            "join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind rindex rjust "
            "rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill"
        )
    if kind == "bytes":
        return (
            "__add__ __bytes__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ __mul__ __rmod__ "
            "__rmul__ capitalize center count decode endswith expandtabs find fromhex hex index isalnum isalpha "
            "isascii isdigit islower isspace istitle isupper join ljust lower lstrip maketrans partition "
            "removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines "
            "startswith strip swapcase title translate upper zfill"
        )
    if kind == "bytearray":
        return (
            "__add__ __alloc__ __contains__ __delitem__ __getitem__ __iadd__ __imul__ __iter__ __len__ __mod__ "
            "__mul__ __rmod__ __rmul__ __setitem__ append capitalize center clear copy count decode endswith "
            "expandtabs extend find fromhex hex index insert isalnum isalpha isascii isdigit islower isspace "
            "istitle isupper join ljust lower lstrip maketrans partition pop remove removeprefix removesuffix "
            "replace reverse rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip "
            "swapcase title translate upper zfill"
        )
    if kind == "memoryview":
        return (
            "__delitem__ __enter__ __exit__ __getitem__ __iter__ __len__ __setitem__ c_contiguous cast contiguous "
            "f_contiguous format hex itemsize nbytes ndim obj readonly release shape strides suboffsets tobytes "
            "tolist toreadonly"
        )
    if kind == "list":
        return (
            "__add__ __class_getitem__ __contains__ __delitem__ __getitem__ __iadd__ __imul__ __iter__ __len__ "
            "__mul__ __reversed__ __rmul__ __setitem__ append clear copy count extend index insert pop remove "
            "reverse sort"
        )
    if kind == "tuple":
        return (
            "__add__ __class_getitem__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mul__ __rmul__ "
            "count index"
        )
    if kind == "dict":
        return (
            "__class_getitem__ __contains__ __delitem__ __getitem__ __ior__ __iter__ __len__ __or__ __reversed__ "
            "__ror__ __setitem__ clear copy fromkeys get items keys pop popitem setdefault update values"
        )
    if kind == "set":
        return (
            "__and__ __class_getitem__ __contains__ __iand__ __ior__ __isub__ __iter__ __ixor__ __len__ __or__ "
            "__rand__ __ror__ __rsub__ __rxor__ __sub__ __xor__ add clear copy difference difference_update "
            "discard intersection intersection_update isdisjoint issubset issuperset pop remove "
            "symmetric_difference symmetric_difference_update union update"
        )
    if kind == "frozenset":
        return (
            "__and__ __class_getitem__ __contains__ __iter__ __len__ __or__ __rand__ __ror__ __rsub__ __rxor__ "
            "__sub__ __xor__ copy difference intersection isdisjoint issubset issuperset symmetric_difference "
            "union"
        )
    if kind == "range":
        return (
            "__bool__ __contains__ __getitem__ __iter__ __len__ __reversed__ count index start step stop"
        )
    if kind == "slice":
        return (
            "indices start step stop"
        )
    if kind == "bool":
        return (
            "__abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __float__ __floor__ __floordiv__ __getnewargs__ "
            "__index__ __int__ __invert__ __lshift__ __mod__ __mul__ __neg__ __or__ __pos__ __pow__ __radd__ "
            "__rand__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __round__ __rpow__ "
            "__rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ __trunc__ __xor__ "
            "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real to_bytes"
        )
    if kind == "NoneType":
        return (
            "__bool__"
        )
    if kind == "exception":
        return (
            "__cause__ __context__ __dict__ __setstate__ __suppress_context__ __traceback__ add_note args "
            "with_traceback"
        )
    if kind == "object":
        return (
            "__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__ "
            "__hash__ __init__ __init_subclass__ __le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ "
            "__setattr__ __sizeof__ __str__ __subclasshook__"
        )
    if kind == "function":
        return (
            "__annotations__ __builtins__ __call__ __closure__ __code__ __defaults__ __dict__ __get__ __globals__ "
            "__kwdefaults__ __module__ __name__ __qualname__"
        )
    if kind == "class":
        return (
            "__dict__ __module__ __weakref__ m"
        )
    if kind == "method":
        return (
            "__call__ __func__ __self__"
        )
    return None


def _builtin_kind(cls):
    # The name of the builtin class that a class is or derives from.
    for base in cls.__mro__:
        if issubclass(base, BaseException):
            return "exception"
        if _builtin_names(base.__name__) is not None and base.__module__ == "builtins":
            return base.__name__
    return "object"


def _class_names(cls, out):
    for name in _builtin_names("object").split():
        out.add(name)
    kind = _builtin_kind(cls)
    for name in _builtin_names(kind).split():
        out.add(name)
    for name in cls._krait_names_.split():
        out.add(name)


def dir(obj, /):
    if _k.has_method(obj, "__dir__"):
        return sorted(obj.__dir__())
    return sorted(_dir_of(obj))


def _dir_of(obj):
    # What object.__dir__ and type.__dir__ give.
    out = set()
    if isinstance(obj, type):
        _class_names(obj, out)
    else:
        _class_names(type(obj), out)
        if _krait_builtins__hasattr(obj, "__dict__"):
            for name in vars(obj):
                out.add(name)
    return list(out)


class _getset_descriptor:
    def __init__(self, name, owner):
        self.__name__ = name
        self._owner = owner

    def __repr__(self):
        return "<attribute '" + self.__name__ + "' of '" + self._owner + "' objects>"


def _class_vars_add(out, name, value):
    if isinstance(value, property):
        # Another object of the same: what is in one dict has one type, and the class's properties keep theirs.
        out._put(name, property(value.fget, value.fset, value.fdel, value._doc))
    else:
        out._put(name, value)


class _class_namespace(_snapshot):
    # What a metaclass gets of a class body that has run: its class is made, and type.__new__ gives it.
    __generic__ = True
    __full_name__ = "dict"

    def __init__(self, cls):
        self._begin()
        self._cls = cls
        self._put("__module__", cls.__module__)
        self._put("__qualname__", cls.__qualname__)
        doc = cls.__doc__
        if doc is not None:
            self._put("__doc__", doc)
        _k.vars_into(self, cls)


def _finished_class(namespace, /, **passed):
    if not isinstance(namespace, _class_namespace):
        _k.refuse("making a class of another dict than the one of its body")
    return _class_made(namespace._cls, **passed)


def _class_vars(cls):
    out = _snapshot()
    out._put("__module__", cls.__module__)
    doc = cls.__doc__
    if doc is not None:
        out._put("__doc__", doc)
    _k.vars_into(out, cls)
    if cls.__base__ is object:
        out._put("__dict__", _getset_descriptor("__dict__", cls.__name__))
        out._put("__weakref__", _getset_descriptor("__weakref__", cls.__name__))
    if doc is None:
        out._put("__doc__", None)
    return _mappingproxy(out)


class _mappingproxy:
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
        if isinstance(other, _mappingproxy):
            return self._mapping == other._mapping
        return self._mapping == other

    def __str__(self):
        return str(self._mapping)

    def __repr__(self):
        return "mappingproxy(" + repr(self._mapping) + ")"

    def __or__(self, other):
        if isinstance(other, _mappingproxy):
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
