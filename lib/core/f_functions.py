# Builtin functions. isinstance, issubclass, super and callable are known to the compiler.


def isinstance(obj, cls):
    return False


def issubclass(cls, base):
    return False


def super():
    return None


def callable(obj):
    return False


# --- what functions tell about themselves ---


class _code:
    # f.__code__, in programs that ask for it: made where the definition runs.
    def __init__(self, name, qualname, filename, argcount, posonly, kwonly, varnames, cellvars, freevars, flags):
        self.co_name = name
        self.co_qualname = qualname
        self.co_filename = filename
        self.co_argcount = argcount
        self.co_posonlyargcount = posonly
        self.co_kwonlyargcount = kwonly
        self.co_varnames = varnames
        self.co_cellvars = cellvars
        self.co_freevars = freevars
        self.co_flags = flags

    @property
    def co_nlocals(self):
        return len(self.co_varnames)

    @property
    def co_firstlineno(self):
        _k.refuse("the line of a function")

    @property
    def co_code(self):
        _k.refuse("the code of a function")

    @property
    def co_consts(self):
        _k.refuse("the constants of a function")

    @property
    def co_names(self):
        _k.refuse("the names in a function")


# --- output and input ---


# What sys.stdout and sys.stdin are since the program has set them; None: the process's own.
_stdout_now = None
_stdin_now = None


def _set_stdout(file):
    global _stdout_now
    if file is None:
        _k.refuse("setting sys.stdout to None")
    _stdout_now = file


def _set_stdin(file):
    global _stdin_now
    if file is None:
        _k.refuse("setting sys.stdin to None")
    _stdin_now = file


def print(*args, sep=" ", end="\n", file=None, flush=False):
    if sep is None:
        sep = " "
    sep = _plain_text(sep)
    if not isinstance(sep, str):
        _k.type_error("sep must be None or a string, not " + _k.type_name(sep))
    if end is None:
        end = "\n"
    end = _plain_text(end)
    if not isinstance(end, str):
        _k.type_error("end must be None or a string, not " + _k.type_name(end))
    if file is None:
        out = _stdout_now
        if out is not None:
            if isinstance(args, list) or isinstance(args, vtuple):
                _print_all_to(out, args, sep)
            else:
                _print_items_to(out, sep, args)
            out.write(end)
            if flush:
                out.flush()
        elif isinstance(args, list) or isinstance(args, vtuple):
            _print_all(args, sep)
            _print_end(end, flush)
        else:
            _print_items(sep, args)
            _print_end(end, flush)
    else:
        if isinstance(args, list) or isinstance(args, vtuple):
            _print_all_to(file, args, sep)
        else:
            _print_items_to(file, sep, args)
        file.write(end)
        if flush:
            file.flush()


def _print_end(end, flush):
    _write(end)
    if flush:
        _rt.file_flush(_rt.stdout())


def _print_items(sep, args):
    i = _k.i64(0)
    n = _k.tuple_len(args)
    while i < n:
        if i > 0:
            _write(sep)
        _k.tuple_apply("_print_one", args, i)
        i = i + 1


def _print_one(x):
    _write(str(x))


def _print_all(items, sep):
    i = _k.i64(0)
    while i < items._len:
        if i > 0:
            _write(sep)
        _write(str(_k.buf_get(items._buf, i)))
        i = i + 1


def _print_items_to(file, sep, args):
    i = _k.i64(0)
    n = _k.tuple_len(args)
    while i < n:
        if i > 0:
            file.write(sep)
        _k.tuple_apply("_print_one_to", args, i, file)
        i = i + 1


def _print_one_to(x, file):
    file.write(str(x))


def _print_all_to(file, items, sep):
    i = _k.i64(0)
    while i < items._len:
        if i > 0:
            file.write(sep)
        file.write(str(_k.buf_get(items._buf, i)))
        i = i + 1


def _write(text):
    code = _rt.print_str(text)
    if code < 0:
        _write_failed(_rt.stdout(), code, text, "I/O operation on closed file.", "not writable")


def input(prompt=""):
    out = _stdout_now
    source = _stdin_now
    if out is not None or source is not None:
        return _input_from(source, out, prompt)
    if not _rt.stdin_present():
        raise RuntimeError("input(): lost sys.stdin")
    if not _rt.stdout_present():
        raise RuntimeError("input(): lost sys.stdout")
    if not _rt.stderr_present():
        raise RuntimeError("input(): lost sys.stderr")
    _rt.file_flush(_rt.stderr())
    _write(str(prompt))
    _rt.file_flush(_rt.stdout())
    return _input_line()


def _input_from(source, out, prompt):
    # Where the program has replaced one of the streams.
    if out is None:
        _write(str(prompt))
        _rt.file_flush(_rt.stdout())
    else:
        out.write(str(prompt))
    if source is None:
        return _input_line()
    line = source.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")


def _input_line():
    stdin = _rt.stdin()
    line = _rt.file_readline(stdin)
    while line is None:
        code = _rt.file_error(stdin)
        if code == 0:
            raise EOFError("EOF when reading a line")
        _io_failed(stdin, code, "I/O operation on closed file.", "not readable", "")
        line = _rt.file_readline(stdin)
    n = _rt.str_len(line)
    if n > 0 and _rt.str_ord_at(line, n - 1) == 10:
        return _rt.str_substr(line, 0, n - 1)
    return line


# --- texts of values ---


def repr(obj):
    if isinstance(obj, type):
        return _k.type_of(obj).__repr__(obj)
    text = obj.__repr__()
    if not (isinstance(text, str) or isinstance(text, _str_value)):
        _k.type_error("__repr__ returned non-string (type " + _k.type_name(text) + ")")
    return text


def _repr_of(obj):
    return repr(obj)


def ascii(obj):
    return _rt.str_to_ascii(repr(obj))


def _str(obj):
    return str(obj)


def format(value, spec=""):
    if not isinstance(spec, str):
        _k.type_error("format() argument 2 must be str, not " + _k.type_name(spec))
    return value.__format__(spec)


def _format_plain(value):
    return str(value)


def _format_str(value, spec):
    return _rt.format_str(str(value), spec)


def _format_repr(value, spec):
    return _rt.format_str(repr(value), spec)


def _format_ascii(value, spec):
    return _rt.format_str(ascii(value), spec)


# --- numbers ---


def _hash(obj):
    # The hash as a machine integer. Each type by itself: what builtin classes return is one, what others return is an int.
    return _k.copy_each_type(_hash_of, obj)


def _hash_of(obj):
    if isinstance(obj, type):
        return type.__hash__(obj)
    if obj.__hash__ is None:
        raise TypeError("unhashable type: '" + _k.type_name(obj) + "'")
    h = obj.__hash__()
    if _k.is_machine(h):
        return h
    if isinstance(h, int):
        return _user_hash(h)
    if isinstance(h, _int_value):
        return _user_hash(h._krait_value)
    _k.type_error("__hash__ method should return an integer")


def _user_hash(h):
    if _k.is_small(h) or _rt.int_fits_i64(h):
        v = _rt.int_low_i64(h)
        return _k.i64(-2) if v == -1 else v
    return _rt.int_hash(h)


def hash(obj):
    return _k.to_int(_hash(obj))


def id(obj):
    if isinstance(obj, int) or isinstance(obj, float):
        return _k.to_int(_hash(obj)) * 32 + 9437184
    return _k.to_int(_k.address(obj))


def len(obj):
    return _k.copy_each_type(_len_of, obj)


def _len_of(obj):
    if not _k.has_method(obj, "__len__"):
        _k.type_error("object of type '" + _k.type_name(obj) + "' has no len()")
    n = obj.__len__()
    if _k.is_machine(n):
        # Only a range can be longer than memory.
        return _k.to_int(n) if isinstance(obj, range) else _k.small_int(n)
    return _user_len(_as_index(n))


# Truth of an object of the program: what its __bool__ or __len__ returns need not be a bool or a length.
def _bool_of(obj):
    truth = obj.__bool__()
    if isinstance(truth, bool):
        return truth
    _k.type_error("__bool__ should return bool, returned " + _k.type_name(truth))


def _length_is_not_zero(obj):
    return len(obj) != 0


def _user_len(n):
    if n < 0:
        raise ValueError("__len__() should return >= 0")
    if not _rt.int_fits_i64(n):
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return _k.bool_int(n)


def abs(x):
    if _k.has_method(x, "__abs__"):
        return x.__abs__()
    _k.type_error("bad operand type for abs(): '" + _k.type_name(x) + "'")


def round(number, ndigits=None):
    if not _k.has_method(number, "__round__"):
        _k.type_error("type " + _k.type_name(number) + " doesn't define __round__ method")
    if ndigits is None:
        return number.__round__()
    return number.__round__(ndigits)


def divmod(a, b):
    if isinstance(a, int):
        if isinstance(b, int):
            return (a // b, a % b)
        if isinstance(b, float):
            return _divmod_floats(_k.f64(a), b)
    elif isinstance(a, float):
        if isinstance(b, float):
            return _divmod_floats(a, b)
        if isinstance(b, int):
            return _divmod_floats(a, _k.f64(b))
    return _divmod_methods(a, b)


def _divmod_floats(a, b):
    if b == 0.0:
        raise ZeroDivisionError("float divmod()")
    return (_rt.float_floordiv(a, b), _rt.float_mod(a, b))


def _divmod_methods(a, b):
    if _k.has_method(a, "__divmod__"):
        r = a.__divmod__(b)
        if r is not NotImplemented:
            return r
    if _k.has_method(b, "__rdivmod__"):
        r = b.__rdivmod__(a)
        if r is not NotImplemented:
            return r
    raise TypeError("unsupported operand type(s) for divmod(): '" + _k.type_name(a) + "' and '" + _k.type_name(b) + "'")


def pow(base, exp, mod=None):
    if mod is None:
        return base ** exp
    if isinstance(base, int) and isinstance(exp, int) and isinstance(mod, int):
        return _rt.int_pow_mod(base, exp, mod)
    if isinstance(base, float) or isinstance(exp, float) or isinstance(mod, float):
        raise TypeError("pow() 3rd argument not allowed unless all arguments are integers")
    if _k.has_method(base, "__pow__"):
        return base.__pow__(exp, mod)
    _k.type_error("unsupported operand type(s) for ** or pow(): '" + _k.type_name(base) + "', '" + _k.type_name(exp) + "', '" + _k.type_name(mod) + "'")


def _as_index(n):
    if isinstance(n, int):
        return _k.bool_int(n)
    if _k.has_method(n, "__index__"):
        i = n.__index__()
        if isinstance(i, _int_value):
            return i._krait_value
        if not isinstance(i, int):
            _k.type_error("__index__ returned non-int (type " + _k.type_name(i) + ")")
        return i
    _k.type_error("'" + _k.type_name(n) + "' object cannot be interpreted as an integer")


def _ssize(n):
    # An argument as a machine integer.
    if isinstance(n, int):
        if _k.is_small(n):
            return _k.i64(n)
        return _rt.int_to_c_ssize(n)
    return _ssize(_as_index(n))


def _repeat_count(n):
    # How often a sequence is to be repeated.
    if _k.is_small(n):
        return _k.i64(n)
    return _rt.int_index(n)


def _tab_width(n):
    size = _as_index(n)
    if size > 2147483647 or size < -2147483648:
        raise OverflowError("Python int too large to convert to C int")
    width = _k.i64(size)
    _rt.check_room(width, 1)
    return width


def _width(n):
    # How many characters a text is to be padded to.
    width = _ssize(n)
    _rt.check_room(width, 1)
    return width


def hex(n):
    return _rt.int_hex(_as_index(n))


def oct(n):
    return _rt.int_oct(_as_index(n))


def bin(n):
    return _rt.int_bin(_as_index(n))


def chr(n):
    return _rt.str_from_ord(_rt.int_to_c_int(_as_index(n)))


def ord(c):
    given = c
    c = _plain(c)
    if isinstance(c, str):
        if _rt.str_len(c) != 1:
            raise TypeError("ord() expected a character, but string of length " + str(_k.to_int(_rt.str_len(c))) + " found")
        return _k.small_int(_rt.str_ord_at(c, 0))
    if isinstance(c, bytes):
        if _rt.bytes_len(c) != 1:
            raise TypeError("ord() expected a character, but string of length " + str(_k.to_int(_rt.bytes_len(c))) + " found")
        return _k.small_int(_rt.bytes_at(c, 0))
    if isinstance(c, bytearray):
        return ord(bytes(c))
    _k.type_error("ord() expected string of length 1, but " + _k.type_name(given) + " found")


# --- iteration ---


def iter(obj, sentinel=_ABSENT, /):
    if isinstance(sentinel, _absent):
        return _iter(obj)
    if not callable(obj):
        _k.type_error("iter(v, w): v must be callable")
    return callable_iterator(obj, sentinel)


def _iter(obj):
    if _k.has_method(obj, "__iter__"):
        it = obj.__iter__()
        if _k.has_method(it, "_next_") or _k.has_method(it, "__next__"):
            return it
        _k.type_error("iter() returned non-iterator of type '" + _k.type_name(it) + "'")
    if _k.has_method(obj, "__getitem__"):
        return iterator(obj)
    _k.type_error("'" + _k.type_name(obj) + "' object is not iterable")


# As _iter, with a text of the caller's.
def _iter_or(obj, complaint):
    if _k.has_method(obj, "__iter__"):
        it = obj.__iter__()
        if _k.has_method(it, "_next_") or _k.has_method(it, "__next__"):
            return it
        _k.type_error(complaint)
    if _k.has_method(obj, "__getitem__"):
        return iterator(obj)
    _k.type_error(complaint)


def _getitem_iterator(obj):
    return iterator(obj)


def _step(it):
    # The next item of any iterator; StopIteration passes.
    if _k.has_method(it, "_next_"):
        return it._next_()
    if _k.has_method(it, "__next__"):
        return it.__next__()
    _k.type_error("'" + _k.type_name(it) + "' object is not an iterator")


def next(it, default=_ABSENT):
    if _k.has_method(it, "_next_"):
        for x in _k.rest(it):
            return x
        if isinstance(default, _absent):
            raise StopIteration
        return default
    if not _k.has_method(it, "__next__"):
        _k.type_error("'" + _k.type_name(it) + "' object is not an iterator")
    if isinstance(default, _absent):
        return it.__next__()
    try:
        return it.__next__()
    except StopIteration:
        return default


class iterator:
    # Iterates over anything with __getitem__.
    __generic__ = True

    def __init__(self, items):
        self._items = items
        self._at = 0

    def __iter__(self):
        return self

    def _next_(self):
        i = self._at
        if i < 0:
            _k.stop()
        self._at = i + 1
        try:
            return self._items[i]
        except (IndexError, StopIteration):
            self._at = -1
        _k.stop()

    def __next__(self):
        return next(self)


class callable_iterator:
    __generic__ = True

    def __init__(self, func, sentinel):
        self._func = func
        self._sentinel = sentinel
        self._done = False

    def __iter__(self):
        return self

    def _next_(self):
        if self._done:
            _k.stop()
        x = self._func()
        if _item_eq(x, self._sentinel):
            self._done = True
            _k.stop()
        return x

    def __next__(self):
        return next(self)


class enumerate:
    __generic__ = True

    def __init__(self, iterable, start=0):
        self._it = _iter(iterable)
        self._count = _as_index(start)

    def __iter__(self):
        return self

    def _next_(self):
        x = _step(self._it)
        n = self._count
        self._count = n + 1
        return (n, x)

    def __next__(self):
        return next(self)


def _iter_tuple(*items):
    if items:
        return _iter_first(*items)
    return ()


def _iter_first(x, *rest):
    it = _iter(x)
    return (it,) + _iter_tuple(*rest)


def _step_tuple(*its):
    if its:
        return _step_first(*its)
    return ()


def _step_first(it, *rest):
    x = _step(it)
    return (x,) + _step_tuple(*rest)


def _step_list(its):
    out = []
    i = _k.i64(0)
    while i < its._len:
        out.append(_step(_k.buf_get(its._buf, i)))
        i = i + 1
    return out


def _iter_list(items):
    out = []
    i = _k.i64(0)
    while i < items._len:
        out.append(_iter(_k.buf_get(items._buf, i)))
        i = i + 1
    return out


class zip:
    __generic__ = True

    def __init__(self, *iterables, strict=False):
        if isinstance(iterables, list) or isinstance(iterables, vtuple):
            self._its = _iter_list(iterables)
        else:
            self._its = _iter_tuple(*iterables)
        self._strict = True if strict else False

    def __iter__(self):
        return self

    def _next_(self):
        its = self._its
        if isinstance(its, list):
            if its._len == 0:
                _k.stop()
            if self._strict:
                return _tuple_from_list(_strict_list(its))
            return _tuple_from_list(_step_list(its))
        if not its:
            _k.stop()
        if self._strict:
            return _strict_tuple(_k.i64(0), *its)
        return _step_tuple(*its)

    def __next__(self):
        return next(self)


def _strict_tuple(k, *its):
    if its:
        return _strict_first(k, *its)
    return ()


def _strict_first(k, it, *rest):
    for x in _k.rest(it):
        return (x,) + _strict_tuple(k + 1, *rest)
    if k > 0:
        _zip_uneven(k, "shorter")
    _strict_longer(_k.i64(1), *rest)
    _k.stop()


def _strict_longer(k, *its):
    if its:
        _strict_longer_first(k, *its)


def _strict_longer_first(k, it, *rest):
    for x in _k.rest(it):
        _zip_uneven(k, "longer")
    _strict_longer(k + 1, *rest)


def _strict_list(its):
    out = []
    i = _k.i64(0)
    while i < its._len:
        for x in _k.rest(_k.buf_get(its._buf, i)):
            out.append(x)
            break
        else:
            if i > 0:
                _zip_uneven(i, "shorter")
            i = _k.i64(1)
            while i < its._len:
                for x in _k.rest(_k.buf_get(its._buf, i)):
                    _zip_uneven(i, "longer")
                i = i + 1
            _k.stop()
        i = i + 1
    return out


def _zip_uneven(k, how):
    before = " " if k == 1 else "s 1-"
    raise ValueError("zip() argument " + str(_k.to_int(k + 1)) + " is " + how + " than argument" + before + str(_k.to_int(k)))


class map:
    __generic__ = True

    def __init__(self, func, iterable, /, *iterables):
        self._func = func
        self._its = _iter_tuple(iterable, *iterables)

    def __iter__(self):
        return self

    def _next_(self):
        items = _step_tuple(*self._its)
        return self._func(*items)

    def __next__(self):
        return next(self)


class filter:
    __generic__ = True

    def __init__(self, function, iterable):
        self._func = function
        self._it = _iter(iterable)

    def __iter__(self):
        return self

    def _next_(self):
        func = self._func
        if func is None:
            while True:
                x = _step(self._it)
                if x:
                    return x
        while True:
            x = _step(self._it)
            if func(x):
                return x

    def __next__(self):
        return next(self)


def reversed(sequence):
    if _k.has_method(sequence, "__reversed__"):
        return sequence.__reversed__()
    if _k.has_method(sequence, "__getitem__") and not _k.blocks_method(sequence, "__reversed__"):
        return _reversed_sequence(sequence, len(sequence))
    _k.type_error("'" + _k.type_name(sequence) + "' object is not reversible")


class _reversed_sequence:
    __full_name__ = "reversed"
    __generic__ = True

    def __init__(self, items, n):
        self._items = items
        self._at = n

    def __iter__(self):
        return self

    def _next_(self):
        i = self._at - 1
        if i < 0:
            _k.stop()
        self._at = i
        try:
            return self._items[i]
        except (IndexError, StopIteration):
            self._at = 0
        _k.stop()

    def __next__(self):
        return next(self)

    def __length_hint__(self):
        n = len(self._items)
        return self._at if self._at <= n else 0


def _contains(container, item):
    for x in _iter_or(container, "argument of type '" + _k.type_name(container) + "' is not iterable"):
        if _item_eq(x, item):
            return True
    return False


# `in` for a __contains__ that returns something other than a bool.
def _contains_by_method(container, item):
    if container.__contains__(item):
        return True
    return False


# != by an __eq__ that returns something other than a bool.
def _not_equal(a, b):
    if a == b:
        return False
    return True


# x.__ne__(y), where a class may only have object's.
def _own_not_equal(x, y):
    if _k.has_method(x, "__ne__"):
        return x.__ne__(y)
    if _k.has_method(x, "__eq__"):
        equal = x.__eq__(y)
        if equal is NotImplemented:
            return NotImplemented
        return not equal
    return NotImplemented


# != where one of the classes has an __ne__ and the other does not.
def _not_equal_either(a, b):
    reflected = type(b) is not type(a) and issubclass(type(b), type(a))
    if reflected:
        answer = _own_not_equal(b, a)
        if answer is not NotImplemented:
            return answer
    answer = _own_not_equal(a, b)
    if answer is not NotImplemented:
        return answer
    if not reflected:
        answer = _own_not_equal(b, a)
        if answer is not NotImplemented:
            return answer
    return a is not b


def sum(iterable, /, start=0):
    if isinstance(start, str):
        _k.type_error("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(start, bytes):
        _k.type_error("sum() can't sum bytes [use b''.join(seq) instead]")
    if isinstance(start, bytearray):
        _k.type_error("sum() can't sum bytearray [use b''.join(seq) instead]")
    it = _iter(iterable)
    # The first sum may have another type than the start.
    for x in _k.rest(it):
        total = start + x
        for y in _k.rest(it):
            total = total + y
        return total
    return start


def any(iterable):
    for x in iterable:
        if x:
            return True
    return False


def all(iterable):
    for x in iterable:
        if not x:
            return False
    return True


def sorted(iterable, /, *, key=None, reverse=False):
    out = []
    out.extend(iterable)
    out.sort(key=key, reverse=reverse)
    return out


# --- min and max ---


def min(first, *rest, key=None, default=_ABSENT):
    if rest:
        if not isinstance(default, _absent):
            _k.type_error("Cannot specify a default for min() with multiple positional arguments")
        if key is None:
            return _min_of(first, rest)
        return _min_keyed_of(key, first, rest)
    if isinstance(rest, list):  # min(*items): how many there are is known only now
        if not _k.has_method(first, "__iter__"):
            raise TypeError(f"'{_k.type_name(first)}' object is not iterable")
    it = _iter(first)
    if key is None:
        for best in _k.rest(it):
            for x in _k.rest(it):
                if x < best:
                    best = x
            return best
    else:
        for best in _k.rest(it):
            best_key = key(best)
            for x in _k.rest(it):
                k = key(x)
                if k < best_key:
                    best = x
                    best_key = k
            return best
    if isinstance(default, _absent):
        raise ValueError("min() arg is an empty sequence")
    return default


def _min_of(best, rest):
    for x in rest:
        if x < best:
            best = x
    return best


def _min_keyed_of(key, best, rest):
    best_key = key(best)
    for x in rest:
        k = key(x)
        if k < best_key:
            best = x
            best_key = k
    return best


def max(first, *rest, key=None, default=_ABSENT):
    if rest:
        if not isinstance(default, _absent):
            _k.type_error("Cannot specify a default for max() with multiple positional arguments")
        if key is None:
            return _max_of(first, rest)
        return _max_keyed_of(key, first, rest)
    if isinstance(rest, list):  # max(*items): how many there are is known only now
        if not _k.has_method(first, "__iter__"):
            raise TypeError(f"'{_k.type_name(first)}' object is not iterable")
    it = _iter(first)
    if key is None:
        for best in _k.rest(it):
            for x in _k.rest(it):
                if x > best:
                    best = x
            return best
    else:
        for best in _k.rest(it):
            best_key = key(best)
            for x in _k.rest(it):
                k = key(x)
                if k > best_key:
                    best = x
                    best_key = k
            return best
    if isinstance(default, _absent):
        raise ValueError("max() arg is an empty sequence")
    return default


def _max_of(best, rest):
    for x in rest:
        if x > best:
            best = x
    return best


def _max_keyed_of(key, best, rest):
    best_key = key(best)
    for x in rest:
        k = key(x)
        if k > best_key:
            best = x
            best_key = k
    return best


# --- range ---


# A range has words for what it iterates over. Numbers beyond 62 bits and a sign are in an object (`_wide`), which is
# iterated over behind the words (`_beyond`) unless start and step are so small that there is no end of the words:
# `for i in range(2, n)` knows that `i` is a word, whatever n is.
class range:
    __fields__ = ("_start", "_stop", "_step", "_wide", "_beyond")

    def __init__(self, start, stop=None, step=1):
        if stop is None:
            first = 0
            last = _range_int(start)
            by = 1
        else:
            first = _range_int(start)
            last = _range_int(stop)
            by = _range_int(step)
        start = _k.i64(first)
        end = _k.i64(last)
        stride = _k.i64(by)
        wide = None
        beyond = None
        if not (_k.is_small(first) and _k.is_small(last) and _k.is_small(by) and stride != 0):
            wide = _wide_range(first, last, by)
            if _range_in_words(first, by):
                end = wide.end
            else:
                beyond = wide
                start = _k.i64(0)
                end = _k.i64(0)
                stride = _k.i64(1)
        self._start = start
        self._stop = end
        self._step = stride
        self._wide = wide
        self._beyond = beyond

    @property
    def start(self):
        return _k.to_int(self._start) if self._wide is None else self._wide.start

    @property
    def stop(self):
        return _k.to_int(self._stop) if self._wide is None else self._wide.stop

    @property
    def step(self):
        return _k.to_int(self._step) if self._wide is None else self._wide.step

    def _count(self):
        # The length as an int.
        return _k.to_int(_range_count(self._start, self._stop, self._step)) if self._wide is None else self._wide.count

    def __len__(self):
        if self._wide is not None:
            return self._wide.length()
        return _range_count(self._start, self._stop, self._step)

    def __bool__(self):
        if self._wide is not None:
            return self._wide.count != 0
        return _range_count(self._start, self._stop, self._step) != 0

    def __iter__(self):
        beyond = self._beyond
        rest = None if beyond is None else _wide_iterator(beyond.start, beyond.count, beyond.step)
        return range_iterator(self._start, _range_count(self._start, self._stop, self._step), self._step, rest)

    def __reversed__(self):
        wide = self._wide
        if wide is None:
            rest = None
            n = _range_count(self._start, self._stop, self._step)
        else:
            rest = _wide_iterator(wide.start + (wide.count - 1) * wide.step, wide.count, -wide.step)
            n = _k.i64(0)
        return range_iterator(self._start + (n - 1) * self._step, n, -self._step, rest)

    def __getitem__(self, index):
        if isinstance(index, int):
            if self._wide is not None or not _k.is_small(index):
                return self._item(index)
            n = _range_count(self._start, self._stop, self._step)
            i = _k.i64(index)
            if i < 0:
                i = i + n
            if not _k.i64_ult(i, n):
                raise IndexError("range object index out of range")
            return _k.to_int(self._start + i * self._step)
        if isinstance(index, slice):
            return self._slice(index)
        if _k.has_method(index, "__index__"):
            return self[_as_index(index)]
        _k.type_error("range indices must be integers or slices, not " + _k.type_name(index))

    def _item(self, index):
        n = self._count()
        i = index + n if index < 0 else index
        if i < 0 or i >= n:
            raise IndexError("range object index out of range")
        return self.start + i * self.step

    def _slice(self, s):
        n = self._count()
        step = 1
        if s.step is not None:
            step = _range_int(s.step)
            if step == 0:
                raise ValueError("slice step cannot be zero")
        low = -1 if step < 0 else 0
        high = n + low
        first = high if step < 0 else low
        if s.start is not None:
            first = _slice_bound(_range_int(s.start), n, low, high)
        last = low if step < 0 else high
        if s.stop is not None:
            last = _slice_bound(_range_int(s.stop), n, low, high)
        return range(self.start + first * self.step, self.start + last * self.step, self.step * step)

    def _position(self, x):
        # The index of a number, or -1.
        if self._wide is not None:
            return self._wide.position(x)
        if not _k.is_small(x):
            return -1
        v = _k.i64(x)
        step = self._step
        if step > 0:
            if v < self._start or v >= self._stop or (v - self._start) % step != 0:
                return -1
            return _k.to_int((v - self._start) // step)
        if v > self._start or v <= self._stop or (self._start - v) % -step != 0:
            return -1
        return _k.to_int((self._start - v) // -step)

    def __contains__(self, x):
        if isinstance(x, int):
            return self._position(_k.bool_int(x)) >= 0
        for y in self:
            if _item_eq(y, x):
                return True
        return False

    def index(self, x):
        if isinstance(x, int):
            i = self._position(_k.bool_int(x))
            if i >= 0:
                return i
            raise ValueError(repr(x) + " is not in range")
        i = 0
        for y in self:
            if _item_eq(y, x):
                return i
            i = i + 1
        raise ValueError("sequence.index(x): x not in sequence")

    def count(self, x):
        if isinstance(x, int):
            return 1 if self._position(_k.bool_int(x)) >= 0 else 0
        n = 0
        for y in self:
            if _item_eq(y, x):
                n = n + 1
        return n

    def __eq__(self, other):
        if isinstance(other, range):
            n = self._count()
            if n != other._count():
                return False
            if n == 0:
                return True
            if self.start != other.start:
                return False
            return n == 1 or self.step == other.step
        return NotImplemented

    def __hash__(self):
        n = self._count()
        if n == 0:
            return _hash((0, None, None))
        if n == 1:
            return _hash((1, self.start, None))
        return _hash((n, self.start, self.step))

    def __repr__(self):
        shown = "range(" + str(self.start) + ", " + str(self.stop)
        if self.step == 1:
            return shown + ")"
        return shown + ", " + str(self.step) + ")"


def _range_int(x):
    if isinstance(x, int):
        return _k.bool_int(x)
    return _k.bool_int(_as_index(x))


def _slice_bound(i, n, low, high):
    if i < 0:
        i = i + n
        return low if i < low else i
    return high if i > high else i


def _range_in_words(start, step):
    # Are there over 2**40 numbers before those that need more than a word? No program takes so many.
    if not _k.is_small(start) or not _k.is_small(step):
        return False
    first = _k.i64(start)
    by = _k.i64(step)
    return first <= 2305843009213693952 and first >= -2305843009213693952 and by <= 1048576 and by >= -1048576


class _wide_range:
    def __init__(self, start, stop, step):
        _k.cold()
        if step == 0:
            raise ValueError("range() arg 3 must not be zero")
        self.start = start
        self.stop = stop
        self.step = step
        self.count = 0
        if step > 0 and start < stop:
            self.count = (stop - start - 1) // step + 1
        elif step < 0 and start > stop:
            self.count = (start - stop - 1) // -step + 1
        # The word next to `stop`.
        self.end = _k.i64(max(-4611686018427387904, min(stop, 4611686018427387903)))

    def length(self):
        if not _rt.int_fits_i64(self.count):
            raise OverflowError("Python int too large to convert to C ssize_t")
        return _rt.int_low_i64(self.count)

    def position(self, x):
        if self.step > 0:
            if x < self.start or x >= self.stop:
                return -1
        elif x > self.start or x <= self.stop:
            return -1
        if (x - self.start) % self.step != 0:
            return -1
        return (x - self.start) // self.step


class _wide_iterator:
    __fields__ = ("at", "left", "step")

    def __init__(self, at, left, step):
        self.at = at
        self.left = left
        self.step = step

    def take(self):
        if self.left <= 0:
            _k.stop()
        self.left -= 1
        at = self.at
        self.at = at + self.step
        return at


class range_iterator:
    def __init__(self, start, count, step, rest):
        self._at = start
        self._left = count
        self._step = step
        self._rest = rest

    def __iter__(self):
        return self

    def _next_(self):
        left = self._left
        if left <= 0:
            if self._rest is None:
                _k.stop()
            return self._rest.take()
        self._left = left - 1
        at = self._at
        self._at = at + self._step
        return _k.small_int(at)

    def __next__(self):
        return next(self)

    def __length_hint__(self):
        if self._rest is not None:
            return self._rest.left
        return _k.to_int(self._left)
