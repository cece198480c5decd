"""Warnings, and the filters that decide what becomes of them. The compiler adds its place to each call of warn()."""
import re
import sys

__unittest = True

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


class _Filter:
    def __init__(self, action, message, category, module, lineno):
        self.action = action
        self.message = message
        self.category = category
        self.module = module
        self.lineno = lineno

    def same(self, other):
        return (self.action == other.action and self.category is other.category and self.lineno == other.lineno and
                _text(self.message) == _text(other.message) and _text(self.module) == _text(other.module))


def _text(pattern):
    return None if pattern is None else pattern.pattern


class WarningMessage:
    """A warning that was recorded."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__

    def __str__(self):
        return ("{message : " + repr(self.message) + ", category : " + repr(self._category_name) + ", filename : " +
                repr(self.filename) + ", lineno : " + str(self.lineno) + ", line : " + repr(self.line) + "}")


# Which warnings were shown, by module; what was shown before the filters changed does not count.
class _State:
    def __init__(self):
        self.filters = [
            _Filter("default", None, DeprecationWarning, re.compile("__main__\\Z"), 0),
            _Filter("ignore", None, DeprecationWarning, None, 0),
            _Filter("ignore", None, PendingDeprecationWarning, None, 0),
            _Filter("ignore", None, ImportWarning, None, 0),
            _Filter("ignore", None, ResourceWarning, None, 0),
        ]
        self.changes = 0
        self.shown = {}
        self.seen_changes = {}
        self.once = set()
        self.recorders = []


_state = _State()


def _check(action, lineno):
    if action not in _ACTIONS:
        raise AssertionError("invalid action: " + repr(action))
    if lineno < 0:
        raise AssertionError("lineno must be an int >= 0")


def _add(new, append):
    kept = [f for f in _state.filters if not f.same(new)]
    if not append:
        kept.insert(0, new)
    elif len(kept) == len(_state.filters):
        kept.append(new)
    else:
        kept = _state.filters
    _state.filters = kept
    _state.changes += 1


def simplefilter(action, category=Warning, lineno=0, append=False):
    """A filter for all warnings of the category."""
    _check(action, lineno)
    _add(_Filter(action, None, category, None, lineno), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """A filter for warnings of the category whose texts begin with message and whose module's name begins with module."""
    _check(action, lineno)
    text = re.compile(message, re.IGNORECASE) if message else None
    name = re.compile(module) if module else None
    _add(_Filter(action, text, category, name, lineno), append)


def resetwarnings():
    """No filters any more."""
    _state.filters = []
    _state.changes += 1


def formatwarning(message, category, filename, lineno, line=None):
    """The lines that a warning is shown as."""
    text = filename + ":" + str(lineno) + ": " + category.__name__ + ": " + str(message) + "\n"
    if line is None:
        line = _source(filename, lineno)
    line = line.strip()
    if line:
        text += "  " + line + "\n"
    return text


def _source(filename, lineno):
    try:
        with open(filename, encoding="utf-8", errors="replace") as f:
            n = 0
            for line in f:
                n += 1
                if n == lineno:
                    return line
    except OSError:
        pass
    return ""


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes the warning to file or sys.stderr."""
    text = formatwarning(message, category, filename, lineno, line)
    if file is None:
        sys.stderr.write(text)
    else:
        file.write(text)


def warn(message, category=None, stacklevel=1, source=None, *, _place=None):
    """Warns; what becomes of it the filters say."""
    if _place is None:
        _k.refuse("a warning whose place is not that of a call of warnings.warn (stacklevel)")
    else:
        file, lineno, module = _place
        if isinstance(message, Warning):
            _decide(message, type(message), file, lineno, module, source)
        elif category is None:
            _decide(UserWarning(message), UserWarning, file, lineno, module, source)
        elif not isinstance(category, type):
            raise TypeError("category must be a Warning subclass, not '" + _k.type_name(category) + "'")
        else:
            _decide(category(message), category, file, lineno, module, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warns as if it were done at that place."""
    if module is None:
        module = filename[:-3] if filename.endswith(".py") else filename or "<unknown>"
    if isinstance(message, Warning):
        _decide(message, type(message), filename, lineno, module, source)
    else:
        _decide(category(message), category, filename, lineno, module, source)


def _decide(message, category, filename, lineno, module, source):
    text = str(message)
    action = "default"
    for f in _state.filters:
        if f.lineno != 0 and f.lineno != lineno or not issubclass(category, f.category):
            continue
        pattern = f.message
        if pattern is not None and not pattern.match(text):
            continue
        pattern = f.module
        if pattern is not None and not pattern.match(module):
            continue
        action = f.action
        break
    if action == "ignore":
        return
    if action == "error":
        raise message
    name = category.__name__
    if action != "always":
        if _state.seen_changes.get(module, -1) != _state.changes:
            _state.seen_changes[module] = _state.changes
            _state.shown[module] = set()
        shown = _state.shown[module]
        if action == "once":
            key = (text, name, 0)
            if key in _state.once:
                return
            _state.once.add(key)
        else:
            key = (text, name, lineno if action == "default" else 0)
            if key in shown or (text, name, 0) in shown:
                return
            shown.add(key)
    recorders = _state.recorders
    log = recorders[-1] if recorders else None
    if log is not None:
        log.append(WarningMessage(message, category, filename, lineno, None, None, source))
    else:
        showwarning(message, category, filename, lineno, None, None)


# Warnings are recorded in lists of one type, wherever they come from.
def _new_log():
    log = []
    if _state.changes < 0:
        log.append(WarningMessage(UserWarning(""), UserWarning, "", 0))
    return log


class catch_warnings:
    """The filters are as before behind the with statement. With record=True it gives a list of the warnings."""

    __generic__ = True

    def __init__(self, *, record=None, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._action = action
        self._category = category
        self._lineno = lineno
        self._append = append
        self._filters = []
        self._entered = False

    def __repr__(self):
        return "catch_warnings()" if self._record is None else "catch_warnings(record=True)"

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter " + repr(self) + " twice")
        self._entered = True
        self._filters = _state.filters
        _state.filters = list(self._filters)
        _state.changes += 1
        action = self._action
        if action is not None:
            simplefilter(action, self._category, self._lineno, self._append)
        if self._record is None:
            _state.recorders.append(_state.recorders[-1] if _state.recorders else None)
            return None
        if not self._record:
            raise NotImplementedError("catch_warnings(record=False): leave record out")
        log = _new_log()
        _state.recorders.append(log)
        return log

    def __exit__(self, kind, value, traceback):
        if not self._entered:
            raise RuntimeError("Cannot exit " + repr(self) + " without entering first")
        _state.filters = self._filters
        _state.changes += 1
        _state.recorders.pop()
