# Generators: what next(), send(), throw() and close() do to a suspended frame. The frame itself and the
# body are the compiler's; _k.gen_resume(self, sent, thrown) runs it to its next yield or to its end.


class _generator:
    def __iter__(self):
        return self

    def __next__(self):
        if _k.gen_has_result(self):
            return self._resume(None, None)
        return _k.gen_resume(self, None, None)

    # The end of a generator that returns a value is a StopIteration with that value.
    def _resume(self, sent, thrown):
        if _k.gen_state(self) == -1 and thrown is None:
            _k.stop()
        try:
            return _k.gen_resume(self, sent, thrown)
        except StopIteration:
            pass
        result = _k.gen_result(self)
        if result is None:
            _k.stop()
        raise StopIteration(result)

    def send(self, value):
        if value is not None and _k.gen_state(self) == 0:
            raise TypeError("can't send non-None value to a just-started generator")
        if _k.gen_has_result(self):
            return self._resume(value, None)
        return _k.gen_resume(self, value, None)

    def throw(self, typ, val=None, tb=None):
        exc = _exception_to_throw(typ, val)
        if _k.gen_has_result(self):
            return self._resume(None, exc)
        return _k.gen_resume(self, None, exc)

    def close(self):
        state = _k.gen_state(self)
        if state == 0:
            _k.gen_finish(self)
            return
        if state == -1:
            return
        try:
            _k.gen_resume(self, None, GeneratorExit())
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")

    def __repr__(self):
        return f"<generator object {_k.gen_name(self)} at {hex(id(self))}>"


def _exception_to_throw(typ, val):
    if not isinstance(typ, type):
        return typ
    try:
        if val is None:
            return _made_exception(typ)
        return _made_exception(typ, val)
    except BaseException as failure:
        return failure  # thrown in its place


# An exception of the class; its __new__ may make something else.
def _made_exception(cls, *args):
    made = cls(*args)
    if isinstance(made, BaseException):
        return made
    raise TypeError("calling " + repr(cls) + " should have returned an instance of BaseException, not " + repr(type(made)))


# What `yield from` does with a value that was sent.
def _delegate(iterator, sent):
    if sent is None:
        return next(iterator)
    return iterator.send(sent)


# What `yield from` does with an exception that was thrown in: the next item, or the exception that comes out.
def _delegate_throw(iterator, exc):
    if isinstance(exc, GeneratorExit):
        if _k.has_method(iterator, "close"):
            iterator.close()
        raise exc
    if _k.has_method(iterator, "throw"):
        return iterator.throw(exc)
    raise exc


# The value of a `yield from`.
def _delegate_result(iterator):
    if isinstance(iterator, _generator):
        return _k.gen_result(iterator)
    return None


# --- match statements and hasattr ---


def _match_length(subject, n, star):
    if star:
        return len(subject) >= n
    return len(subject) == n


# What a starred part of a sequence pattern takes: a list of the items between.
def _match_rest(subject, before, behind):
    return list(subject)[before:len(subject) - behind]


def _takes_no_arguments(obj, /, *args, **kwargs):
    # Called for objects of classes without __init__ that are made with *args or **kwargs.
    if args or kwargs:
        raise TypeError(_k.type_name(obj) + "() takes no arguments")


def _has_by_getter(obj, getter):
    try:
        getter(obj)
    except AttributeError:
        return False
    return True


def _has_by_descriptor(descriptor, obj, owner):
    try:
        descriptor.__get__(obj, owner)
    except AttributeError:
        return False
    return True


def _has_by_asking(hook, name):
    try:
        hook(name)
    except AttributeError:
        return False
    return True


def _has_by_hook(obj, name):
    try:
        obj.__getattr__(name)
    except AttributeError:
        return False
    return True
