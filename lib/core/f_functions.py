# Builtin functions.


def isinstance(obj, cls):
    return False


def issubclass(cls, base):
    return False


def super():
    return None


def callable(obj):
    return False


def print(*args, sep=" ", end="\n", file=None, flush=False):
    first = True
    for x in args:
        if not first:
            _write(" " if sep is None else sep)
        first = False
        _write(str(x))
    _write("\n" if end is None else end)


def _write(text):
    code = _rt.print_str(text)
    if code != 0:
        raise _os_error(-code, None)


def repr(obj):
    return obj.__repr__()


def _repr_of(obj):
    return obj.__repr__()


def ascii(obj):
    return _rt.str_to_ascii(obj.__repr__())


def _str(obj):
    return str(obj)


def format(value, spec=""):
    return value.__format__(spec)


def _format_plain(value):
    return str(value)


def _format_str(value, spec):
    return _rt.format_str(str(value), spec)


def _format_repr(value, spec):
    return _rt.format_str(repr(value), spec)


def _format_ascii(value, spec):
    return _rt.format_str(ascii(value), spec)


def _hash(obj):
    h = obj.__hash__()
    if isinstance(h, int):
        return _k.i64(h)
    return h


def hash(obj):
    return _k.to_int(_hash(obj))


def len(obj):
    n = obj.__len__()
    return _k.to_int(n)


def abs(x):
    return x.__abs__()


def iter(obj):
    return obj.__iter__()


def hex(n):
    return _rt.int_hex(n)


def oct(n):
    return _rt.int_oct(n)


def bin(n):
    return _rt.int_bin(n)


def chr(n):
    return _rt.str_from_ord(_k.index(n))


def ord(c):
    if _rt.str_len(c) != 1:
        raise TypeError("ord() expected a character, but string of length " + str(_k.to_int(_rt.str_len(c))) + " found")
    return _k.small_int(_rt.str_ord_at(c, 0))


def _contains(container, item):
    for x in container:
        if _item_eq(x, item):
            return True
    return False


def sum(iterable, start=0):
    total = start
    for x in iterable:
        total = total + x
    return total


def min(*args, key=None):
    return _best(args, key, False)


def max(*args, key=None):
    return _best(args, key, True)


def _best(args, key, largest):
    best = None
    for x in args:
        best = x
    return best


def sorted(iterable, *, key=None, reverse=False):
    out = []
    out.extend(iterable)
    out.sort(key=key, reverse=reverse)
    return out


def all(iterable):
    for x in iterable:
        if not x:
            return False
    return True


def any(iterable):
    for x in iterable:
        if x:
            return True
    return False


class range:
    __fields__ = ("_start", "_stop", "_step")

    def __init__(self, start, stop=None, step=1):
        if stop is None:
            self._start = _k.i64(0)
            self._stop = _k.index(start)
        else:
            self._start = _k.index(start)
            self._stop = _k.index(stop)
        self._step = _k.index(step)
        if self._step == 0:
            raise ValueError("range() arg 3 must not be zero")

    def __len__(self):
        return _range_count(self._start, self._stop, self._step)

    def __iter__(self):
        return _range_iterator(self._start, _range_count(self._start, self._stop, self._step), self._step)

    def __repr__(self):
        if self._step == 1:
            return "range(" + str(_k.to_int(self._start)) + ", " + str(_k.to_int(self._stop)) + ")"
        return "range(" + str(_k.to_int(self._start)) + ", " + str(_k.to_int(self._stop)) + ", " + str(_k.to_int(self._step)) + ")"


class _range_iterator:
    def __init__(self, start, count, step):
        self._at = start
        self._left = count
        self._step = step

    def __iter__(self):
        return self

    def _next_(self):
        left = self._left
        if left <= 0:
            _k.stop()
        self._left = left - 1
        at = self._at
        self._at = at + self._step
        return _k.small_int(at)
