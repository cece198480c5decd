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


# The classes of the program that exist by now, in a program that asks for subclasses.
_made_classes = None


def _note_class(cls):
    global _made_classes
    if _made_classes is None:
        _made_classes = []
    _made_classes.append(cls)


def _existing(cls, classes):
    # Those of the classes, which may derive from cls, that do and that their statement has made by now.
    out = []
    if _made_classes is not None:
        for made in _made_classes:
            for k in range(len(classes)):
                if classes[k] is made and cls in made.__bases__:
                    out.append(classes[k])
    return out
