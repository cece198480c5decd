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

    @property
    def __context__(self):
        return _k.exc_context(self)

    @property
    def __suppress_context__(self):
        return _k.exc_suppress(self)

    def add_note(self, note):
        _k.exc_add_note(self, note)

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


class AttributeError(Exception):
    pass


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
    pass


class UnboundLocalError(NameError):
    pass


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
    pass


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
