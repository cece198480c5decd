# getattr and its kin as values, and with wrong arguments: plain calls are compiled as accesses to attributes.


def getattr(object, name, /, *default):
    if len(default) > 1:
        raise TypeError("getattr expected at most 3 arguments, got " + str(2 + len(default)))
    if default:
        return _krait_builtins__getattr(object, name, default[0])
    return _krait_builtins__getattr(object, name)


def hasattr(obj, name, /):
    return _krait_builtins__hasattr(obj, name)


def setattr(obj, name, value, /):
    _krait_builtins__setattr(obj, name, value)


def delattr(obj, name, /):
    _krait_builtins__delattr(obj, name)
