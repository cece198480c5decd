"""The collector of cycles."""


def collect(generation=2):
    return _gc_collect()


def enable():
    _gc_enable(True)


def disable():
    _gc_enable(False)


def isenabled():
    return _gc_enabled()
