"""Shallow copies."""


def copy(x):
    if isinstance(x, list) or isinstance(x, dict) or isinstance(x, set) or isinstance(x, bytearray):
        return x.copy()
    if _k.has_method(x, "__copy__"):
        return x.__copy__()
    if (x is None or isinstance(x, int) or isinstance(x, float) or isinstance(x, str) or isinstance(x, bytes) or
            isinstance(x, tuple) or isinstance(x, frozenset) or isinstance(x, complex) or isinstance(x, range)):
        return x
    _k.type_error("copy.copy() of this type is not compiled yet")
