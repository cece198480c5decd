# The exception hierarchy. The runtime's prefix of every exception holds args, cause, context, traceback.


class BaseException:
    def __init__(self, *args):
        _k.exc_set_args(self, args)

    def __str__(self):
        n = _k.exc_nargs(self)
        if n == 0:
            return ""
        if n == 1:
            return str(_k.exc_arg(self, 0))
        return repr(self.args)

    def __repr__(self):
        n = _k.exc_nargs(self)
        if n == 1:
            return _k.type_name(self) + "(" + repr(_k.exc_arg(self, 0)) + ")"
        return _k.type_name(self) + repr(self.args)

    @property
    def args(self):
        out = []
        i = _k.i64(0)
        n = _k.exc_nargs(self)
        while i < n:
            out.append(_k.exc_arg(self, i))
            i = i + 1
        return _tuple_from_list(out)

    @property
    def __cause__(self):
        return _k.exc_cause(self)

    @__cause__.setter
    def __cause__(self, cause):
        if cause is not None and not isinstance(cause, BaseException):
            _k.type_error("exception cause must be None or derive from BaseException")
        _rt.exc_set_cause(self, cause)

    @property
    def __context__(self):
        return _k.exc_context(self)

    @__context__.setter
    def __context__(self, context):
        if context is not None and not isinstance(context, BaseException):
            _k.type_error("exception context must be None or derive from BaseException")
        _rt.exc_set_context(self, context)

    @property
    def __suppress_context__(self):
        return _k.exc_suppress(self)

    @__suppress_context__.setter
    def __suppress_context__(self, on):
        if not isinstance(on, bool):
            _k.type_error("attribute value type must be bool")
        _rt.exc_set_suppress_context(self, on)

    def add_note(self, note):
        text = _plain_text(note)
        if not isinstance(text, str):
            _k.type_error("note must be a str, not '" + _k.type_name(note) + "'")
        _k.exc_add_note(self, text)

    @property
    def __notes__(self):
        n = _rt.exc_note_count(self)
        if n == 0:
            raise AttributeError("'" + _k.type_name(self) + "' object has no attribute '__notes__'")
        out = []
        i = _k.i64(0)
        while i < n:
            out.append(_rt.exc_note(self, i))
            i = i + 1
        return out

    @property
    def __traceback__(self):
        return _traceback(self) if _rt.traceback_len(self) != 0 else None

    @__traceback__.setter
    def __traceback__(self, tb):
        if tb is None:
            _rt.exc_clear_traceback(self)
        elif isinstance(tb, _traceback):
            owner = tb._owner
            if owner is not None:
                _rt.exc_copy_traceback(self, owner)
        else:
            raise TypeError("__traceback__ must be a traceback or None")

    def with_traceback(self, tb):
        self.__traceback__ = tb
        return self


# Runs when an object dies.
def __del__(x):
    x.__del__()


def _exception_text(e):
    return str(e)


# What __exit__ gets beside the exception, and `e.__traceback__`: that of its owner.
class _traceback:
    def __init__(self, owner=None):
        self._owner = owner


class SystemExit(BaseException):
    @property
    def code(self):
        if _k.exc_nargs(self) == 0:
            return None
        return _k.exc_arg(self, 0)


class KeyboardInterrupt(BaseException):
    pass


class GeneratorExit(BaseException):
    pass


class Exception(BaseException):
    pass


class BaseExceptionGroup(BaseException):
    def __new__(cls, message=..., exceptions=..., /, *more, **passed):
        if message is ...:
            _k.type_error("BaseExceptionGroup.__new__() takes exactly 2 arguments (0 given)")
        if exceptions is ...:
            _k.type_error("BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)")
        n = len(more)
        if n != 0:
            raise TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (" + str(n + 2) + " given)")
        if not isinstance(message, str):
            _k.type_error("BaseExceptionGroup.__new__() argument 1 must be str, not " + _k.type_name(message))
        members = _group_members(exceptions)
        self = _group_new(cls, members)
        self.message = message
        self.exceptions = members
        _k.exc_set_args(self, (message, exceptions))
        for x in members:
            _rt.exc_add_member(self, x)
        return self

    def __str__(self):
        n = len(self.exceptions)
        return self.message + " (" + str(n) + " sub-exception" + ("" if n == 1 else "s") + ")"

    def derive(self, excs, /):
        return BaseExceptionGroup(self.message, excs)

    def split(self, condition, /):
        _group_condition(condition)
        return _group_split(self, condition)

    def subgroup(self, condition, /):
        _group_condition(condition)
        return _group_subgroup(self, condition)


# The members of a new group, a tuple of run-time length.
def _group_members(exceptions):
    if not isinstance(exceptions, (list, tuple, str, bytes, bytearray, range)):
        if not _k.has_method(exceptions, "__getitem__") or isinstance(exceptions, dict):
            _k.type_error("second argument (exceptions) must be a sequence")
    out = []
    i = 0
    for x in exceptions:
        if not isinstance(x, BaseException):
            raise ValueError("Item " + str(i) + " of second argument (exceptions) is not an exception")
        out.append(x)
        i = i + 1
    if i == 0:
        raise ValueError("second argument (exceptions) must be a non-empty sequence")
    return _tuple_from_list(out)


# The object for a group of class cls, without its fields. What the types know of the members decides the class
# of a BaseExceptionGroup, so that one that can only be an ExceptionGroup is one.
def _group_new(cls, members):
    if issubclass(BaseExceptionGroup, cls):
        for x in members:
            if not isinstance(x, Exception):
                return _k.new(cls)
        return _k.new(ExceptionGroup)
    if issubclass(cls, Exception):
        for x in members:
            if not isinstance(x, Exception):
                if issubclass(ExceptionGroup, cls):
                    raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
                raise TypeError("Cannot nest BaseExceptions in '" + cls.__name__ + "'")
    return _k.new(cls)


# Can it say which exceptions a part of a group has? Else TypeError.
def _group_condition(condition):
    if isinstance(condition, tuple):
        i = _k.i64(0)
        n = _k.tuple_len(condition)
        while i < n:
            _k.tuple_apply("_group_class", condition, i)
            i = i + 1
        return
    if isinstance(condition, type):
        return _group_class(condition)
    if not callable(condition):
        _k.type_error("expected a function, exception type or tuple of exception types")


def _group_class(condition):
    if not isinstance(condition, type):
        _k.type_error("expected a function, exception type or tuple of exception types")
    elif not issubclass(condition, BaseException):
        _k.type_error("expected a function, exception type or tuple of exception types")


# What of an exception fits the condition and what does not, each None if there is nothing.
def _group_split(e, condition):
    if isinstance(condition, (type, tuple)):
        if isinstance(e, condition):
            return e, None
    elif condition(e):
        return e, None
    if not isinstance(e, BaseExceptionGroup):
        return None, e
    fits = []
    rest = []
    for x in e.exceptions:
        fit, other = _group_split(x, condition)
        if fit is not None:
            fits.append(fit)
        if other is not None:
            rest.append(other)
    return _group_part(e, fits), _group_part(e, rest)


# The first half of _group_split: groups of what does not fit are not made, which a derive() could notice.
def _group_subgroup(e, condition):
    if isinstance(condition, (type, tuple)):
        if isinstance(e, condition):
            return e
    elif condition(e):
        return e
    if not isinstance(e, BaseExceptionGroup):
        return None
    fits = []
    for x in e.exceptions:
        fit = _group_subgroup(x, condition)
        if fit is not None:
            fits.append(fit)
    return _group_part(e, fits)


# A group like e of some of its exceptions; None for none.
def _group_part(e, exceptions):
    if not exceptions:
        return None
    part = e.derive(exceptions)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    _rt.exc_copy_state(part, e)
    return part


# The class of an `except*` clause: TypeError if it may not be one.
def _star_class(cls):
    if isinstance(cls, tuple):
        i = _k.i64(0)
        n = _k.tuple_len(cls)
        while i < n:
            _k.tuple_apply("_star_class_one", cls, i)
            i = i + 1
        i = _k.i64(0)
        while i < n:
            _k.tuple_apply("_star_class_group", cls, i)
            i = i + 1
    else:
        _star_class_one(cls)
        _star_class_group(cls)


def _star_class_one(cls):
    if not isinstance(cls, type):
        raise TypeError("catching classes that do not inherit from BaseException is not allowed")
    elif not issubclass(cls, BaseException):
        raise TypeError("catching classes that do not inherit from BaseException is not allowed")


def _star_class_group(cls):
    if issubclass(cls, BaseExceptionGroup):
        raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")


# `except* cls`: the group that the clause gets (None: nothing fits) and what remains for the next ones.
def _star_match(rest, cls):
    _star_class(cls)
    if rest is None:
        return None, None
    if isinstance(rest, cls):
        if isinstance(rest, BaseExceptionGroup):
            return rest, None
        return BaseExceptionGroup("", (rest,)), None
    if isinstance(rest, BaseExceptionGroup):
        return _group_split(rest, cls)
    return None, rest


# What leaves a `try` with `except*`: origin is what its body raised, raised what its clauses did, rest what no
# clause handled. Parts of origin that are raised again keep their places in it; None: all is handled.
def _star_leave(origin, raised, rest):
    if not isinstance(origin, BaseExceptionGroup):
        for e in raised:
            return e
        return rest
    new = []
    kept = []
    for e in raised:
        if isinstance(e, BaseExceptionGroup) and _rt.exc_same_state(e, origin):
            _group_leaves(e, kept)
        else:
            new.append(e)
    if rest is not None:
        if isinstance(rest, BaseExceptionGroup) and _rt.exc_same_state(rest, origin):
            _group_leaves(rest, kept)
        else:
            new.append(rest)
    again = None
    if kept:
        again = _group_pick(origin, kept)
    if not new:
        return again
    if again is not None:
        new.append(again)
    return BaseExceptionGroup("", new)


def _group_leaves(e, leaves):
    for x in e.exceptions:
        if isinstance(x, BaseExceptionGroup):
            _group_leaves(x, leaves)
        else:
            leaves.append(x)


# The part of a group with just these leaves.
def _group_pick(e, leaves):
    picked = []
    for x in e.exceptions:
        if isinstance(x, BaseExceptionGroup):
            part = _group_pick(x, leaves)
            if part is not None:
                picked.append(part)
        else:
            for leaf in leaves:
                if leaf is x:
                    picked.append(x)
                    break
    return _group_part(e, picked)


class ExceptionGroup(BaseExceptionGroup, Exception):
    pass


class StopIteration(Exception):
    @property
    def value(self):
        if _k.exc_nargs(self) == 0:
            return None
        return _k.exc_arg(self, 0)


class StopAsyncIteration(Exception):
    pass


class ArithmeticError(Exception):
    pass


class FloatingPointError(ArithmeticError):
    pass


class OverflowError(ArithmeticError):
    pass


class ZeroDivisionError(ArithmeticError):
    pass


class AssertionError(Exception):
    pass


def _quoted_behind(error, words):
    # The quoted name behind these words in the message of an error that the language itself raises.
    if _k.exc_nargs(error) != 1:
        return None
    text = str(error)
    at = text.find(words)
    if at < 0:
        return None
    rest = text[at + len(words):]
    end = rest.find("'")
    return rest[:end] if end >= 0 else None


class AttributeError(Exception):
    @property
    def name(self):
        return _quoted_behind(self, " has no attribute '")

    @property
    def obj(self):
        _k.refuse("the object that an AttributeError is about")


class BufferError(Exception):
    pass


class EOFError(Exception):
    pass


class ImportError(Exception):
    def __init__(self, *args, name=None, path=None):
        _k.exc_set_args(self, args)
        self.name = name
        self.path = path


class ModuleNotFoundError(ImportError):
    pass


# The compiler calls these for imports that it knows to fail.
def _no_module(message, name):
    raise ModuleNotFoundError(message, name=name)


def _no_name(message, name, path):
    raise ImportError(message, name=name, path=path)


class LookupError(Exception):
    pass


class IndexError(LookupError):
    pass


class KeyError(LookupError):
    def __str__(self):
        if _k.exc_nargs(self) == 1:
            return repr(_k.exc_arg(self, 0))
        n = _k.exc_nargs(self)
        if n == 0:
            return ""
        return repr(self.args)


class MemoryError(Exception):
    pass


class NameError(Exception):
    @property
    def name(self):
        return _quoted_behind(self, "name '")


class UnboundLocalError(NameError):
    @property
    def name(self):
        return None


class OSError(Exception):
    def __init__(self, *args):
        _k.exc_set_args(self, args)
        self.errno = None
        self.strerror = None
        self.filename = None
        if _k.tuple_len(args) >= 2:
            self._take(args)

    def _take(self, args):
        code = _k.tuple_get(args, 0)
        if isinstance(code, int):
            self.errno = code
        text = _k.tuple_get(args, 1)
        if isinstance(text, str):
            self.strerror = text
        if _k.tuple_len(args) > 2:
            name = _k.tuple_get(args, 2)
            if isinstance(name, str):
                self.filename = name

    def _fill(self, errno, strerror, filename):
        self.errno = errno
        self.strerror = strerror
        self.filename = filename
        return self

    def __str__(self):
        code = self.errno
        if code is not None:
            text = self.strerror
            if text is None:
                text = "None"
            head = "[Errno " + str(code) + "] " + text
            name = self.filename
            if name is not None:
                return head + ": " + repr(name)
            return head
        n = _k.exc_nargs(self)
        if n == 0:
            return ""
        if n == 1:
            return str(_k.exc_arg(self, 0))
        if n == 2:
            return "[Errno " + str(_k.exc_arg(self, 0)) + "] " + str(_k.exc_arg(self, 1))
        return repr(self.args)


IOError = OSError
EnvironmentError = OSError


class BlockingIOError(OSError):
    @property
    def characters_written(self):
        if _k.exc_nargs(self) > 2:
            n = _k.exc_arg(self, 2)
            if isinstance(n, int):
                return n
        raise AttributeError("characters_written")


class ChildProcessError(OSError):
    pass


class ConnectionError(OSError):
    pass


class BrokenPipeError(ConnectionError):
    pass


class ConnectionAbortedError(ConnectionError):
    pass


class ConnectionRefusedError(ConnectionError):
    pass


class ConnectionResetError(ConnectionError):
    pass


class FileExistsError(OSError):
    pass


class FileNotFoundError(OSError):
    pass


class InterruptedError(OSError):
    pass


class IsADirectoryError(OSError):
    pass


class NotADirectoryError(OSError):
    pass


class PermissionError(OSError):
    pass


class ProcessLookupError(OSError):
    pass


class TimeoutError(OSError):
    pass


class ReferenceError(Exception):
    pass


class RuntimeError(Exception):
    pass


class NotImplementedError(RuntimeError):
    pass


class RecursionError(RuntimeError):
    pass


class SyntaxError(Exception):
    pass


class IndentationError(SyntaxError):
    pass


class TabError(IndentationError):
    pass


class SystemError(Exception):
    pass


class TypeError(Exception):
    pass


class ValueError(Exception):
    pass


class UnicodeError(ValueError):
    pass


def _codec_error_head(e, verb):
    return "'" + e.encoding + "' codec can't " + verb


def _codec_error_tail(e):
    return " in position " + str(e.start) + "-" + str(e.end - 1) + ": " + e.reason


class UnicodeEncodeError(UnicodeError):
    def __init__(self, encoding, object, start, end, reason):
        _k.exc_set_args(self, (encoding, object, start, end, reason))
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self):
        start = self.start
        if 0 <= start and start < len(self.object) and self.end == start + 1:
            c = ord(self.object[start])
            code = "\\x" + format(c, "02x")
            if c > 65535:
                code = "\\U" + format(c, "08x")
            elif c > 255:
                code = "\\u" + format(c, "04x")
            return (_codec_error_head(self, "encode character '") + code + "' in position " + str(start) + ": " +
                    self.reason)
        return _codec_error_head(self, "encode characters") + _codec_error_tail(self)


class UnicodeDecodeError(UnicodeError):
    def __init__(self, encoding, object, start, end, reason):
        _k.exc_set_args(self, (encoding, object, start, end, reason))
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason

    def __str__(self):
        start = self.start
        if 0 <= start and start < len(self.object) and self.end == start + 1:
            return (_codec_error_head(self, "decode byte 0x") + format(self.object[start], "02x") + " in position " +
                    str(start) + ": " + self.reason)
        return _codec_error_head(self, "decode bytes") + _codec_error_tail(self)


class Warning(Exception):
    pass


class UserWarning(Warning):
    pass


class DeprecationWarning(Warning):
    pass


class RuntimeWarning(Warning):
    pass


class PendingDeprecationWarning(Warning):
    pass


class SyntaxWarning(Warning):
    pass


class FutureWarning(Warning):
    pass


class ImportWarning(Warning):
    pass


class UnicodeWarning(Warning):
    pass


class BytesWarning(Warning):
    pass


class ResourceWarning(Warning):
    pass


class EncodingWarning(Warning):
    pass


class _Quitter:
    # exit and quit.
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


exit = _Quitter("exit")
quit = _Quitter("quit")


def _os_error(code, filename):
    # The subclass that CPython raises for an errno.
    text = _rt.os_strerror(code)
    n = _k.to_int(code)
    if n == 2:
        return FileNotFoundError(n, text)._fill(n, text, filename)
    if n == 17:
        return FileExistsError(n, text)._fill(n, text, filename)
    if n == 13 or n == 1:
        return PermissionError(n, text)._fill(n, text, filename)
    if n == 21:
        return IsADirectoryError(n, text)._fill(n, text, filename)
    if n == 20:
        return NotADirectoryError(n, text)._fill(n, text, filename)
    if n == 32 or n == 108:
        return BrokenPipeError(n, text)._fill(n, text, filename)
    if n == 11 or n == 114 or n == 115:
        return BlockingIOError(n, text)._fill(n, text, filename)
    if n == 10:
        return ChildProcessError(n, text)._fill(n, text, filename)
    if n == 103:
        return ConnectionAbortedError(n, text)._fill(n, text, filename)
    if n == 111:
        return ConnectionRefusedError(n, text)._fill(n, text, filename)
    if n == 104:
        return ConnectionResetError(n, text)._fill(n, text, filename)
    if n == 4:
        return InterruptedError(n, text)._fill(n, text, filename)
    if n == 3:
        return ProcessLookupError(n, text)._fill(n, text, filename)
    if n == 110:
        return TimeoutError(n, text)._fill(n, text, filename)
    return OSError(n, text)._fill(n, text, filename)
