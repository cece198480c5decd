# The roots of the class hierarchy and the types of simple values.


class object:
    def __new__(cls, *args, **passed):
        made = _k.new_bare(cls)
        if _k.has_method(made, "_begin"):
            made._begin()
            if _k.has_method(made, "_fill_new"):
                made._fill_new(*args)
        return made

    # Only ever called by name: a class without an __init__ of its own takes no arguments.
    def __init__(self, extra=..., /, *args, **passed):
        if extra is not ... or passed is not None:
            _k.type_error("object.__init__() takes exactly one argument (the instance to initialize)")

    # Only ever called by name, too: objects of a class without comparisons of its own are compared by identity.
    def __eq__(self, other):
        return True if _k.same(self, other) else NotImplemented

    def __ne__(self, other):
        equal = self.__eq__(other)
        return NotImplemented if equal is NotImplemented else not equal

    def __lt__(self, other):
        return NotImplemented

    def __le__(self, other):
        return NotImplemented

    def __gt__(self, other):
        return NotImplemented

    def __ge__(self, other):
        return NotImplemented

    def __dir__(self):
        return _dir_of(self)

    def __init_subclass__(cls, **keywords):
        if keywords is not None:
            raise TypeError(cls.__name__ + ".__init_subclass__() takes no keyword arguments")

    def __repr__(self):
        module = _k.type_module(self)
        start = "<" + (_k.type_name(self) if module == "builtins" else module + "." + _k.class_name(self))
        return start + " object at " + hex(_k.to_int(_k.address(self))) + ">"

    def __str__(self):
        return self.__repr__()

    def __format__(self, format_spec):
        spec = _plain(format_spec)
        if not isinstance(spec, str):
            _k.type_error("__format__() argument must be str, not " + ("None" if format_spec is None else _k.type_name(format_spec)))
        if _rt.str_len(spec) != 0:
            raise TypeError("unsupported format string passed to " + _k.type_name(self) + ".__format__")
        return self.__str__()

    def __hash__(self):
        return _k.address(self) >> 4


# An object of a class that defines __new__.
def _new_and_init(cls, /, *args, **passed):
    obj = cls.__new__(cls, *args, **passed)
    if isinstance(obj, cls):
        if _k.has_method(obj, "__init__"):
            obj.__init__(*args, **passed)
    return obj


# An object of a program's subclass of a container: its part as a container comes first. `_fill_new` is for those that get
# their items before __init__.
def _begin_and_init(cls, /, *args, **passed):
    made = _k.new(cls)
    made._begin()
    if _k.has_method(made, "_fill_new"):
        if _k.copy_defines(made, "__init__"):
            made._fill_new(*args)
            made.__init__(*args, **passed)
        else:
            made._fill_new(*args, **passed)
    else:
        made.__init__(*args, **passed)
    return made


# What happens when a class statement has run its body.
def _class_made(cls, /, **passed):
    _k.super_of(cls).__init_subclass__(**passed)
    return cls


# The same where the program has metaclasses: what calling the metaclass does.
def _made_by_metaclass(cls, name, bases, /, **passed):
    if not _k.has_metaclass(cls):
        return _class_made(cls, **passed)
    meta = type(cls)
    namespace = _class_namespace(cls)
    made = meta.__new__(meta, name, bases, namespace, **passed)
    if made is not cls:
        raise NotImplementedError("a class statement whose metaclass gives another class is not compiled yet")
    meta.__init__(cls, name, bases, namespace, **passed)
    return cls


def _set_name(value, owner, name):
    if _k.has_method(value, "__set_name__"):
        value.__set_name__(owner, name)


def _attribute_name(name):
    if isinstance(name, _str_value):
        return name._krait_value
    if isinstance(name, str):
        return name
    _k.type_error("attribute name must be string, not '" + _k.type_name(name) + "'")


def _dict_name(name):
    # A key of x.__dict__.
    if isinstance(name, _str_value):
        return name._krait_value
    if isinstance(name, str):
        return name
    _k.refuse("an attribute whose name is no str")


def _no_attribute(what, name):
    raise AttributeError(what + " has no attribute '" + name + "'")


def _no_set_attribute(what, name):
    raise NotImplementedError("setting the attribute '" + name + "' of " + what + ", which no statement of the program names, is not compiled yet")


def _vars_add(out, name, value):
    out._put(name, value)


def vars(obj, /):
    if isinstance(obj, type):
        return _class_vars(obj)
    if _k.has_method(obj, "_vars_"):
        return obj._vars_()
    if not _krait_builtins__hasattr(obj, "__dict__"):
        raise TypeError("vars() argument must have __dict__ attribute")
    # A copy: what would be written to it would not reach the object.
    out = _snapshot()
    _k.vars_into(out, obj)
    return out


def _descriptor_get(descriptor, obj, owner):
    return descriptor.__get__(obj, owner)


def _descriptor_set(descriptor, obj, value):
    descriptor.__set__(obj, value)


class _TypeAliasType:
    def __init__(self, name):
        self.__name__ = name

    def __getitem__(self, parameters):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __repr__(self):
        return self.__name__


def _type_alias(name):
    return _TypeAliasType(name)


def _descriptor_delete(descriptor, obj):
    descriptor.__delete__(obj)


class _absent:
    # The type of the default of parameters that may be missing.
    pass


_ABSENT = _absent()


class type:
    def __new__(cls, value, bases=_ABSENT, namespace=_ABSENT, **passed):
        if not isinstance(namespace, _absent):
            return _finished_class(namespace, **passed)
        if not isinstance(bases, _absent):
            _k.type_error("type() takes 1 or 3 arguments")
        return _k.type_of(value)

    def __init__(cls, *args, **passed):
        pass

    def __call__(cls, *args, **passed):
        return cls(*args, **passed)

    def __repr__(self):
        module = _k.class_module(self)
        if module == "builtins":
            return "<class '" + _k.class_name(self) + "'>"
        return "<class '" + module + "." + _k.class_name(self) + "'>"

    def __hash__(self):
        return _rt.str_hash(_k.class_name(self))

    def __or__(self, other):
        if isinstance(other, type) or other is None:
            return _UnionType((self, other))
        return NotImplemented

    def __ror__(self, other):
        if other is None:
            return _UnionType((other, self))
        return NotImplemented


# int | str
class _UnionType:
    __generic__ = True

    def __init__(self, members):
        self.__args__ = members

    def __or__(self, other):
        if isinstance(other, type) or other is None:
            return _UnionType(self.__args__ + (other,))
        return NotImplemented

    def __repr__(self):
        return " | ".join([_union_member(x) for x in self.__args__])


def _union_member(x):
    if x is None:
        return "None"
    module = _k.class_module(x)
    if module == "builtins":
        return _k.class_name(x)
    return module + "." + _k.class_name(x)


# The hashes of the constants are those of Debian's CPython: they depend on addresses, which are fixed there.
class NoneType:
    def __new__(cls, *args, **passed):
        if args or passed is not None:
            raise TypeError("NoneType takes no arguments")
        return None

    def __repr__(self):
        return "None"

    def __bool__(self):
        return False

    def __hash__(self):
        return _k.i64(611532)


class ellipsis:
    def __new__(cls, *args, **passed):
        if args or passed is not None:
            raise TypeError("EllipsisType takes no arguments")
        return ...

    def __repr__(self):
        return "Ellipsis"

    def __hash__(self):
        return _k.i64(606842)


class NotImplementedType:
    def __new__(cls, *args, **passed):
        if args or passed is not None:
            raise TypeError("NotImplementedType takes no arguments")
        return NotImplemented

    def __repr__(self):
        return "NotImplemented"

    def __hash__(self):
        return _k.i64(606843)


NotImplemented = _k.not_implemented()
Ellipsis = ...


class function:
    def __repr__(self):
        return "<function " + _k.function_name(self) + " at 0x7f0000000000>"

    def __hash__(self):
        return _rt.str_hash(_k.function_name(self))


class builtin_function_or_method:
    def __repr__(self):
        if _k.is_bound(self):
            return "<built-in method " + _k.function_name(self) + " of " + _k.type_name(self.__self__) + " object at 0x7f0000000000>"
        return "<built-in function " + _k.function_name(self) + ">"

    def __eq__(self, other):
        if _k.is_bound(self):
            if isinstance(other, builtin_function_or_method):
                if _k.is_bound(other):
                    return _k.same_function(self, other) and _k.same(self.__self__, other.__self__)
            return NotImplemented
        return self is other

    def __hash__(self):
        return _rt.str_hash(_k.function_name(self))


class method:
    def __repr__(self):
        return "<bound method " + _k.function_name(self) + " of " + repr(self.__self__) + ">"

    def __eq__(self, other):
        if isinstance(other, method):
            return _k.same_function(self, other) and _k.same(self.__self__, other.__self__)
        return NotImplemented

    def __hash__(self):
        return _rt.str_hash(_k.function_name(self))


class module:
    def __repr__(self):
        return "<module '" + _k.type_module(self) + "'>"


class property:
    __generic__ = True

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self._doc = doc

    def setter(self, fset):
        return property(self.fget, fset, self.fdel, self._doc)

    def getter(self, fget):
        return property(fget, self.fset, self.fdel, self._doc)

    def deleter(self, fdel):
        return property(self.fget, self.fset, fdel, self._doc)


def _property_doc(p):
    if p._doc is not None:
        return p._doc
    return None if p.fget is None else p.fget.__doc__


class staticmethod:
    __generic__ = True

    def __init__(self, func):
        self._func = func

    def __call__(self, *args, **passed):
        return self._func(*args, **passed)


class classmethod:
    __generic__ = True

    def __init__(self, func):
        self._func = func
