"""Data classes. The compiler writes the methods of a class that @dataclass decorates (see docs/derive.md);
what they need at run time is here."""

import copy


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class InitVar:
    def __class_getitem__(cls, type):
        return cls


class Field:
    __generic__ = True

    def __init__(self, name, type, default, default_factory, init, repr, hash, compare, kw_only):
        self.name = name
        self.type = type
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {}
        self.kw_only = kw_only


def _check_default(name, value):
    if isinstance(value, (list, dict, set)):
        raise ValueError("mutable default " + repr(type(value)) + " for field " + name +
                         " is not allowed: use default_factory")


def _enter(obj):
    return _rt.repr_enter(obj)


def _leave(obj):
    _rt.repr_leave(obj)


def _asdict_value(value):
    if _k.has_method(value, "_dataclass_asdict_"):
        return value._dataclass_asdict_()
    if isinstance(value, list):
        return [_asdict_value(x) for x in value]
    if isinstance(value, dict):
        return {_asdict_value(k): _asdict_value(v) for k, v in value.items()}
    if isinstance(value, vtuple):
        return tuple([_asdict_value(x) for x in value])
    if isinstance(value, tuple):
        return _k.copy_tuple(_asdict_value, value)
    return copy.deepcopy(value)


def _astuple_value(value):
    if _k.has_method(value, "_dataclass_astuple_"):
        return value._dataclass_astuple_()
    if isinstance(value, list):
        return [_astuple_value(x) for x in value]
    if isinstance(value, dict):
        return {_astuple_value(k): _astuple_value(v) for k, v in value.items()}
    if isinstance(value, vtuple):
        return tuple([_astuple_value(x) for x in value])
    if isinstance(value, tuple):
        return _k.copy_tuple(_astuple_value, value)
    return copy.deepcopy(value)


def asdict(obj):
    if _k.has_method(obj, "_dataclass_asdict_"):
        return obj._dataclass_asdict_()
    raise TypeError("asdict() should be called on dataclass instances")


def astuple(obj):
    if _k.has_method(obj, "_dataclass_astuple_"):
        return obj._dataclass_astuple_()
    raise TypeError("astuple() should be called on dataclass instances")


def replace(obj, /, **changes):
    if _k.has_method(obj, "_dataclass_replace_"):
        return obj._dataclass_replace_(**changes)
    raise TypeError("replace() should be called on dataclass instances")


def fields(class_or_instance):
    return class_or_instance._dataclass_fields_


def is_dataclass(obj):
    return hasattr(obj, "_dataclass_asdict_")


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False):
    return cls


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    return default
