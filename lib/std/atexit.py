"""Functions that run when the program ends."""

_callbacks = []


class _Callback:
    __generic__ = True

    def __init__(self, func, args, kwargs):
        self.func = func
        self.args = args
        self.kwargs = kwargs


def register(func, *args, **kwargs):
    """Calls the function at the end, the last registered first; returns it."""
    _callbacks.append(_Callback(func, args, kwargs))
    return func


def unregister(func):
    """Forgets the function."""
    kept = [c for c in _callbacks if c.func != func]
    _callbacks.clear()
    _callbacks.extend(kept)


def _run_exitfuncs():
    while _callbacks:
        c = _callbacks.pop()
        try:
            c.func(*c.args, **c.kwargs)
        except BaseException as error:
            _atexit_failed(repr(c.func), error)


def _clear():
    _callbacks.clear()


def _ncallbacks():
    return len(_callbacks)
