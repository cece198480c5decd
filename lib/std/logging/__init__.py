"""Messages of programs: loggers in a tree, handlers that write them, formatters that say how."""
import atexit
import os
import sys
import time
from logging._formats import _brace_pieces, _dollars, _percent_pieces

__unittest = True

CRITICAL = 50
FATAL = 50
ERROR = 40
WARNING = 30
WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

raiseExceptions = True

_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_levels = {"CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0}
_start = time.time()


def getLevelName(level):
    """The name of a level, or the level of a name."""
    if isinstance(level, str):
        if level in _levels:
            return _levels[level]
        return "Level " + level
    if level in _names:
        return _names[level]
    return "Level " + str(level)


def getLevelNamesMapping():
    """The levels by their names."""
    return dict(_levels)


def addLevelName(level, levelName):
    """A name for a level."""
    _names[level] = levelName
    _levels[levelName] = level


def _name_of(level):
    return _names[level] if level in _names else "Level " + str(level)


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        if level not in _levels:
            raise ValueError("Unknown level: " + repr(level))
        return _levels[level]
    raise TypeError("Level not an integer or a valid string: " + repr(level))


# What a record's text is made of: a closure, so that every call of a logger keeps the types of its arguments.
def _message(msg, args):
    if not args:
        return lambda: str(msg)
    if len(args) == 1:
        first = args[0]
        if isinstance(first, dict):
            if first:
                return lambda: str(msg) % first
    return lambda: str(msg) % args


class LogRecord:
    """One message."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        self._fill(name, level, pathname, lineno, str(msg), _message(msg, args))

    def _fill(self, name, level, pathname, lineno, msg, make):
        now = time.time()
        self.name = name
        self.msg = msg
        self.args = ()
        self.levelname = _name_of(level)
        self.levelno = level
        self.pathname = pathname
        self.lineno = lineno
        self.exc_info = None
        self.exc_text = None
        self.stack_info = None
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0
        self.relativeCreated = (now - _start) * 1000
        self.threadName = "MainThread"
        self.processName = "MainProcess"
        self.process = os.getpid()
        self.message = ""
        self.asctime = ""
        self._make = make
        self._extra = {}

    def __repr__(self):
        return ("<LogRecord: " + self.name + ", " + str(self.levelno) + ", " + self.pathname + ", " + str(self.lineno) +
                ", \"" + self.msg + "\">")

    def getMessage(self):
        """The text, with its arguments."""
        return self._make()


# A record that a logger makes.
def _record(name, level, msg, make):
    record = _k.new(LogRecord)
    record._fill(name, level, "", 0, msg, make)
    return record


# The value of a field of a record, as one that % and format take.
def _field(record, name):
    if name == "message":
        return record.message
    if name == "levelname":
        return record.levelname
    if name == "name":
        return record.name
    if name == "asctime":
        return record.asctime
    if name == "msg":
        return record.msg
    if name == "threadName":
        return record.threadName
    if name == "processName":
        return record.processName
    if name in record._extra:
        return record._extra[name]
    if name in ("lineno", "funcName", "pathname", "filename", "module", "taskName", "thread", "exc_info", "stack_info"):
        raise NotImplementedError("records of the log have no " + name)
    raise ValueError("Formatting field not found in record: " + repr(name))


def _number(record, name):
    if name == "levelno":
        return record.levelno
    if name == "process":
        return record.process
    return None


def _real(record, name):
    if name == "created":
        return record.created
    if name == "msecs":
        return record.msecs
    if name == "relativeCreated":
        return record.relativeCreated
    return None


class Formatter:
    """Makes the text of a record."""
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in ("%", "{", "$"):
            raise ValueError("Style must be one of: %,{,$")
        self._kind = style
        if fmt is None:
            fmt = "%(message)s" if style == "%" else "{message}" if style == "{" else "${message}"
        self._fmt = fmt
        self.datefmt = datefmt
        self._gmt = False
        self._pieces = []
        self._defaults = {}
        if defaults is not None:
            for k, v in defaults.items():
                self._defaults[k] = str(v)
        if style == "%":
            self._pieces = _percent_pieces(fmt)
        elif style == "{":
            self._pieces = _brace_pieces(fmt)
        else:
            self._pieces = _brace_pieces(_dollars(fmt))
        fields = [piece[1] for piece in self._pieces if piece[1]]
        if validate and not fields:
            if style == "%":
                raise ValueError("Invalid format '" + fmt + "' for '%' style")
            raise ValueError("invalid format: no fields")
        self._timed = "asctime" in fields

    def usesTime(self):
        """Does the format say when?"""
        return self._timed

    def formatTime(self, record, datefmt=None):
        """When it was, as datefmt says."""
        at = time.gmtime(record.created) if self._gmt else time.localtime(record.created)
        if datefmt:
            return time.strftime(datefmt, at)
        return time.strftime("%Y-%m-%d %H:%M:%S", at) + ",%03d" % int(record.msecs)

    def formatMessage(self, record):
        """The line, without exceptions."""
        parts = []
        percent = self._kind == "%"
        for text, field, how in self._pieces:
            if not field:
                parts.append(text)
                continue
            number = _number(record, field)
            real = _real(record, field)
            if number is not None:
                parts.append(how % number if percent else format(number, how))
            elif real is not None:
                parts.append(how % real if percent else format(real, how))
            elif field in self._defaults and field not in record._extra:
                parts.append(how % self._defaults[field] if percent else format(self._defaults[field], how))
            else:
                value = _field(record, field)
                parts.append(how % value if percent else format(value, how))
        return "".join(parts)

    def format(self, record):
        """The whole text."""
        record.message = record.getMessage()
        if self._timed:
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        error = record.exc_text
        if error:
            if not text.endswith("\n"):
                text += "\n"
            text += error
        return text


class Filter:
    """Lets records of one logger and those below it through."""

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        """Does it get through?"""
        if self.nlen == 0 or self.name == record.name:
            return True
        return record.name.startswith(self.name + ".")


class Filterer:
    """What has filters: loggers and handlers."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """One more filter, an object with a method of that name or a function."""
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        """One filter less."""
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """Does the record get through all filters?"""
        for f in self.filters:
            if hasattr(f, "filter"):
                if not f.filter(record):
                    return False
            elif not f(record):
                return False
        return True


class Handler(Filterer):
    """Does something with records of its level and above."""

    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        _handlers.append(self)

    @property
    def name(self):
        """What the handler is called."""
        return self._name

    @name.setter
    def name(self, name):
        self._name = name

    def get_name(self):
        """The handler's name."""
        return self._name

    def set_name(self, name):
        """Names the handler."""
        self._name = name

    def setLevel(self, level):
        """Records below the level are nothing for it."""
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        """Who makes the text."""
        self.formatter = fmt

    def format(self, record):
        """The record's text."""
        formatter = self.formatter
        if formatter is None:
            return _default_formatter.format(record)
        return formatter.format(record)

    def emit(self, record):
        """What it does."""
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Does it, if the filters let the record through."""
        passes = self.filter(record)
        if passes:
            self.emit(record)
        return passes

    def acquire(self):
        """There is one thread."""

    def release(self):
        """There is one thread."""

    def createLock(self):
        """There is one thread."""

    def flush(self):
        """Nothing is kept back."""

    def close(self):
        """No more records."""

    def handleError(self, record):
        """Says on stderr what went wrong in emit; the program goes on."""
        text = _rt.exc_format_handled()
        if raiseExceptions and text is not None:
            sys.stderr.write("--- Logging error ---\n" + text + "Message: " + repr(record.msg) + "\n")

    def __repr__(self):
        return "<" + self.__class__.__name__ + " (" + _name_of(self.level) + ")>"


# All of them, for the end of the program.
_handlers = []
_default_formatter = Formatter()


class StreamHandler(Handler):
    """Writes records to a stream, sys.stderr if it gets none."""
    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        if stream is None:
            self.stream = sys.stderr
        else:
            self.stream = stream

    def flush(self):
        stream = self.stream
        if stream is not None:
            stream.flush()

    def emit(self, record):
        try:
            text = self.format(record)
            stream = self.stream
            if stream is not None:
                stream.write(text + self.terminator)
                stream.flush()
        except RecursionError:
            raise
        except NotImplementedError:
            raise
        except Exception:
            self.handleError(record)

    def __repr__(self):
        stream = self.stream
        name = str(stream.name) + " " if hasattr(stream, "name") else ""
        return "<" + self.__class__.__name__ + " " + name + "(" + _name_of(self.level) + ")>"

    def setStream(self, stream):
        """Another stream; returns the one before."""
        old = self.stream
        if stream is old:
            return None
        self.flush()
        self.stream = stream
        return old


class FileHandler(StreamHandler):
    """Writes records to a file."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(filename)
        self.mode = mode
        self.encoding = encoding
        self._closed = False
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            super().__init__(self._open())

    def __repr__(self):
        return "<" + self.__class__.__name__ + " " + self.baseFilename + " (" + _name_of(self.level) + ")>"

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding)

    def close(self):
        stream = self.stream
        self._closed = True
        if stream is not None:
            stream.flush()
            stream.close()
            self.stream = None
        super().close()

    def emit(self, record):
        if self.stream is None and not self._closed:
            self.stream = self._open()
        super().emit(record)


class NullHandler(Handler):
    """Does nothing."""

    def handle(self, record):
        """Nothing."""

    def emit(self, record):
        """Nothing."""


class _LastResort(Handler):
    def emit(self, record):
        sys.stderr.write(self.format(record) + "\n")


lastResort = _LastResort(WARNING)


class Logger(Filterer):
    """Gives records to its handlers and those of the loggers above it."""

    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        """Records below the level are nothing for it."""
        self.level = _checkLevel(level)

    def getEffectiveLevel(self):
        """Its own level, or that of the next logger above that has one."""
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Would a record of the level be a record?"""
        return not self.disabled and level > _manager.disable and level >= self.getEffectiveLevel()

    def debug(self, msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        """A message of level DEBUG."""
        if self.isEnabledFor(DEBUG):
            self._put(DEBUG, str(msg), _message(msg, args), _error_text(exc_info), extra)

    def info(self, msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        """A message of level INFO."""
        if self.isEnabledFor(INFO):
            self._put(INFO, str(msg), _message(msg, args), _error_text(exc_info), extra)

    def warning(self, msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        """A message of level WARNING."""
        if self.isEnabledFor(WARNING):
            self._put(WARNING, str(msg), _message(msg, args), _error_text(exc_info), extra)

    def error(self, msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        """A message of level ERROR."""
        if self.isEnabledFor(ERROR):
            self._put(ERROR, str(msg), _message(msg, args), _error_text(exc_info), extra)

    def exception(self, msg, *args, exc_info=True, extra=None, stack_info=False, stacklevel=1):
        """A message of level ERROR with the exception that is being handled."""
        if self.isEnabledFor(ERROR):
            self._put(ERROR, str(msg), _message(msg, args), _error_text(exc_info), extra)

    def critical(self, msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        """A message of level CRITICAL."""
        if self.isEnabledFor(CRITICAL):
            self._put(CRITICAL, str(msg), _message(msg, args), _error_text(exc_info), extra)

    fatal = critical

    def log(self, level, msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        """A message of that level."""
        if not isinstance(level, int):
            _k.type_error("level must be an integer")
        if self.isEnabledFor(level):
            self._put(level, str(msg), _message(msg, args), _error_text(exc_info), extra)

    def _put(self, level, msg, make, error, extra):
        record = _record(self.name, level, msg, make)
        record.exc_text = error
        if extra is not None:
            for k, v in extra.items():
                if k in ("message", "asctime", "name", "msg", "args", "levelname", "levelno"):
                    raise KeyError("Attempt to overwrite " + repr(k) + " in LogRecord")
                record._extra[k] = str(v)
        self.handle(record)

    def handle(self, record):
        """Gives the record to the handlers, if the filters let it through."""
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def callHandlers(self, record):
        """Gives the record to the handlers."""
        found = 0
        logger = self
        while logger is not None:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            if not logger.propagate:
                break
            logger = logger.parent
        if found == 0 and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def addHandler(self, hdlr):
        """One more handler."""
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        """One handler less."""
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        """Is there a handler, here or above?"""
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            if not logger.propagate:
                return False
            logger = logger.parent
        return False

    def getChild(self, suffix):
        """The logger below it with that name."""
        if self.name != "root":
            suffix = self.name + "." + suffix
        return getLogger(suffix)

    def __repr__(self):
        return "<" + self.__class__.__name__ + " " + self.name + " (" + _name_of(self.getEffectiveLevel()) + ")>"


# The text of an exception; None for none.
def _error_text(exc_info):
    if exc_info is None:
        return None
    if isinstance(exc_info, BaseException):
        return _rt.exc_format(exc_info).rstrip("\n")
    if isinstance(exc_info, tuple):
        error = exc_info[1]
        return None if error is None else _rt.exc_format(error).rstrip("\n")
    if not exc_info:
        return None
    text = _rt.exc_format_handled()
    return "NoneType: None" if text is None else text.rstrip("\n")


class RootLogger(Logger):
    """The logger above all others."""

    def __init__(self, level):
        super().__init__("root", level)


class _Manager:
    def __init__(self):
        self.disable = 0
        self.loggers = {}


_manager = _Manager()
root = RootLogger(WARNING)


def getLogger(name=None):
    """The logger of that name, a new one the first time; without a name the root."""
    if not name or isinstance(name, str) and name == "root":
        return root
    loggers = _manager.loggers
    if name in loggers:
        return loggers[name]
    logger = Logger(name)
    loggers[name] = logger
    # The next one above it, and those below that it comes between.
    logger.parent = root
    at = name.rfind(".")
    while at > 0:
        above = name[:at]
        if above in loggers:
            logger.parent = loggers[above]
            break
        at = name.rfind(".", 0, at)
    for other in loggers.values():
        parent = other.parent
        if other.name.startswith(name + ".") and parent is not None and (parent is root or name.startswith(parent.name + ".")):
            other.parent = logger
    return logger


def disable(level=CRITICAL):
    """Messages of that level and below are nothing for all loggers."""
    _manager.disable = _checkLevel(level)


def basicConfig(*, filename=None, filemode="a", format=None, datefmt=None, style="%", level=None, stream=None,
                handlers=None, force=False, encoding=None, errors=None):
    """Sets up the root logger, unless it has handlers."""
    if force:
        for h in list(root.handlers):
            root.removeHandler(h)
            h.close()
    if root.handlers:
        return
    if handlers is not None:
        if stream is not None or filename is not None:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    elif stream is not None and filename is not None:
        raise ValueError("'stream' and 'filename' should not be specified together")
    if format is None:
        format = BASIC_FORMAT if style == "%" else "{levelname}:{name}:{message}" if style == "{" else "${levelname}:${name}:${message}"
    formatter = Formatter(format, datefmt, style)
    if handlers is not None:
        for h in handlers:
            if h.formatter is None:
                h.setFormatter(formatter)
            root.addHandler(h)
    elif filename is not None:
        h = FileHandler(filename, filemode, encoding)
        h.setFormatter(formatter)
        root.addHandler(h)
    elif stream is not None:
        h = StreamHandler(stream)
        h.setFormatter(formatter)
        root.addHandler(h)
    else:
        h = StreamHandler()
        h.setFormatter(formatter)
        root.addHandler(h)
    if level is not None:
        root.setLevel(level)


def shutdown(handlerList=None):
    """Flushes and closes all handlers; done at the end of the program, too."""
    for h in reversed(list(_handlers if handlerList is None else handlerList)):
        try:
            h.flush()
            h.close()
        except (OSError, ValueError):
            pass


atexit.register(shutdown)


def _configured():
    if not root.handlers:
        basicConfig()


def debug(msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
    """A message of level DEBUG for the root logger."""
    _configured()
    root.debug(msg, *args, exc_info=exc_info, extra=extra)


def info(msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
    """A message of level INFO for the root logger."""
    _configured()
    root.info(msg, *args, exc_info=exc_info, extra=extra)


def warning(msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
    """A message of level WARNING for the root logger."""
    _configured()
    root.warning(msg, *args, exc_info=exc_info, extra=extra)


def error(msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
    """A message of level ERROR for the root logger."""
    _configured()
    root.error(msg, *args, exc_info=exc_info, extra=extra)


def exception(msg, *args, exc_info=True, extra=None, stack_info=False, stacklevel=1):
    """A message of level ERROR with the exception that is being handled."""
    _configured()
    root.error(msg, *args, exc_info=exc_info, extra=extra)


def critical(msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
    """A message of level CRITICAL for the root logger."""
    _configured()
    root.critical(msg, *args, exc_info=exc_info, extra=extra)


fatal = critical


def log(level, msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
    """A message of that level for the root logger."""
    _configured()
    root.log(level, msg, *args, exc_info=exc_info, extra=extra)
