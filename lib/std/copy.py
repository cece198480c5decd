"""Shallow and deep copies. The compiler knows which fields an object has (compiler/infer/copying.cpp): a copy has the
type of what it copies, part for part."""


class Error(Exception):
    pass


error = Error


class _Memo:
    # What deepcopy() made, by the address of what it copies. Keeps both alive, so that no address is used twice.
    def __init__(self):
        self._made = {}
        self._kept = []
        self._given = {}

    def _remember(self, x, y):
        self._made[_k.to_int(_k.address(x))] = _k.copy_hide(y)
        self._kept.append(_k.copy_hide(x))

    # What a __deepcopy__ of the program does with it: entries that it made itself.
    def __setitem__(self, key, value):
        self._given[key] = value
        self._made[key] = _k.copy_hide(value)

    def __contains__(self, key):
        return key in self._made

    def __getitem__(self, key):
        if key not in self._given and key in self._made:
            raise NotImplementedError("reading what copy.deepcopy() put into its memo is not compiled yet")
        return self._given[key]

    def get(self, key, default=None):
        if key not in self._made:
            return default
        return self[key]


def copy(x):
    """A shallow copy of x: what the class of x says (__copy__), or an object with the same parts."""
    return _k.copy_each_type(_shallow, x)


def deepcopy(x, memo=None):
    """A copy of x and of everything in it; what occurs in it twice does so in the copy. A __deepcopy__ of the program
    passes on the memo that it got."""
    if memo is None:
        return _k.copy_each_type(_deep, x, _Memo())
    if isinstance(memo, _Memo):
        return _k.copy_each_type(_deep, x, memo)
    _k.refuse("copy.deepcopy() with a memo of the program's own")


def _same(x):
    return x


def _shallow(x):
    if x is None or isinstance(x, (int, float, str, bytes, complex, range, type, function, ellipsis, NotImplementedType)):
        return x
    if _k.has_method(x, "_copy_same_"):
        return x
    if type(x) is list or type(x) is dict or type(x) is set or type(x) is bytearray:
        return x.copy()
    if type(x) is frozenset:
        return x
    if _k.has_method(x, "__copy__"):
        return x.__copy__()
    if isinstance(x, tuple):
        return x
    if _k.copy_is_program(x):
        return _shallow_object(x)
    if _k.has_method(x, "_copy_begin_"):
        return x.copy()
    _not_copied(x)


def _not_copied(x):
    if isinstance(x, _generator):
        raise TypeError("cannot pickle 'generator' object")
    _k.refuse("copying an object of this type of the library")


def _new(x):
    # An object of the class of x, before its attributes are set.
    if (_k.copy_defines(x, "__reduce__") or _k.copy_defines(x, "__reduce_ex__") or
            _k.copy_defines(x, "__getnewargs__") or _k.copy_defines(x, "__getnewargs_ex__")):
        _k.refuse("copying an object whose class has __reduce__ or __getnewargs__")
    if isinstance(x, BaseException):
        _k.refuse("copying an exception")
    if _k.copy_defines(x, "__new__"):
        if _k.has_method(x, "_begin"):
            _k.refuse("copying an object of a container class with a __new__ of its own")
        cls = _k.type_of(x)
        if isinstance(x, (_int_value, _float_value, _str_value, _bytes_value, _tuple_value)):
            return _k.copy_each_type(_checked, cls.__new__(cls, x._krait_value), x)
        return _k.copy_each_type(_checked, cls.__new__(cls), x)
    made = _k.copy_begin(x)
    if _k.has_method(x, "_copy_begin_"):
        _k.refuse("copying an object of a subclass of a class of collections")
    if isinstance(x, list) or isinstance(x, dict) or isinstance(x, bytearray):
        made._begin()
    elif isinstance(x, set) or isinstance(x, frozenset):
        made._reset()
    return made


def _checked(made, x):
    if _k.copy_is_program(made):
        hidden = _k.copy_hide(made)
        if _k.copy_is_like(hidden, x):
            return _k.copy_show(hidden, x)
    raise NotImplementedError("copying an object whose __new__ makes one of another type is not compiled yet")


def _shallow_object(x):
    if isinstance(x, set) or isinstance(x, frozenset):
        _k.refuse("copying an object of a subclass of set")
    made = _new(x)
    if _k.copy_defines(x, "__setstate__"):
        made.__setstate__(_state(x))
    elif _k.copy_defines(x, "__getstate__"):
        _k.refuse("copying an object with __getstate__ and no __setstate__")
    else:
        _k.copy_fields(_same, made, x)
    if isinstance(x, list) or isinstance(x, bytearray):
        for item in x:
            made.append(item)
    elif isinstance(x, dict):
        for key, value in x.items():
            made[key] = value
    return made


def _state(x):
    if _k.copy_defines(x, "__getstate__"):
        return x.__getstate__()
    return vars(x)


def _part(x, memo):
    return _k.copy_each_type(_deep, x, memo)


def _deep(x, memo):
    if x is None or isinstance(x, (int, float, str, bytes, complex, range, type, function, ellipsis, NotImplementedType)):
        return x
    if _k.has_method(x, "_copy_same_"):
        return x
    if isinstance(x, vtuple):
        return _deep_vtuple(x, memo)
    if isinstance(x, tuple):
        if _k.has_method(x, "__deepcopy__"):
            return x.__deepcopy__(memo)
        return _k.copy_tuple(_part, x, memo)
    old = memo._made.get(_k.to_int(_k.address(x)))
    if old is not None:
        if not _k.copy_is_like(old, x):
            raise NotImplementedError("a __deepcopy__ that returns an object of another type is not compiled yet")
        return _k.copy_show(old, x)
    if _k.has_method(x, "__deepcopy__"):
        made = x.__deepcopy__(memo)
        _k.copy_each_type(_remember, made, x, memo)
        return made
    if type(x) is list:
        made = _k.copy_begin(x)
        made._begin()
        memo._remember(x, made)
        for item in x:
            made.append(_k.copy_each_type(_deep, item, memo))
        return made
    if type(x) is dict:
        made = _k.copy_begin(x)
        made._begin()
        memo._remember(x, made)
        _deep_entries(made, x, memo)
        return made
    if type(x) is set or type(x) is frozenset:
        items = []
        for item in x:
            items.append(_k.copy_each_type(_deep, item, memo))
        made = _k.copy_begin(x)
        made._reset()
        for item in items:
            made._add(item, _hash(item))
        memo._remember(x, made)
        return made
    if type(x) is bytearray:
        made = x.copy()
        memo._remember(x, made)
        return made
    if _k.copy_is_program(x):
        return _deep_object(x, memo)
    if _k.has_method(x, "_copy_begin_"):
        made = x._copy_begin_()
        memo._remember(x, made)
        if isinstance(x, dict):
            _deep_entries(made, x, memo)
        else:
            for item in x:
                made.append(_k.copy_each_type(_deep, item, memo))
        return made
    _not_copied(x)


def _remember(made, x, memo):
    if _k.copy_is_program(made) or isinstance(made, (list, dict, set, frozenset, bytearray)):
        if not _k.same(made, x):
            memo._remember(x, made)
    else:
        _k.refuse("a __deepcopy__ that returns a value of a built-in type")


def _deep_entries(made, x, memo):
    i = _k.i64(0)
    size = x._used
    while i < x._fill:
        if _k.buf_get_item(x._entries, i, 0) != -1:
            key = _k.copy_each_type(_deep, _k.buf_get_item(x._entries, i, 1), memo)
            value = _k.copy_each_type(_deep, _k.buf_get_item(x._entries, i, 2), memo)
            made._set(key, _hash(key), value)
            if x._used != size:
                raise RuntimeError("dictionary changed size during iteration")
        i = i + 1


def _deep_vtuple(x, memo):
    made = _k.copy_begin(x)
    n = x._len
    made._buf = _k.buf_new(n)
    made._len = _k.i64(0)
    i = _k.i64(0)
    while i < n:
        _k.buf_init(made._buf, i, _k.copy_each_type(_deep, _k.buf_get(x._buf, i), memo))
        i = i + 1
        made._len = i
    return made


def _deep_object(x, memo):
    if isinstance(x, set) or isinstance(x, frozenset):
        _k.refuse("copying an object of a subclass of set")
    made = _new(x)
    memo._remember(x, made)
    if _k.copy_defines(x, "__setstate__"):
        made.__setstate__(_part(_state(x), memo))
    elif _k.copy_defines(x, "__getstate__"):
        _k.refuse("copying an object with __getstate__ and no __setstate__")
    else:
        _k.copy_fields(_part, made, x, memo)
    if isinstance(x, list) or isinstance(x, bytearray):
        for item in x:
            made.append(_part(item, memo))
    elif isinstance(x, dict):
        for key, value in x.items():
            key = _part(key, memo)
            made[key] = _part(value, memo)
    return made
