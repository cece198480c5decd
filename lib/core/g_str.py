# str: methods over the runtime's text functions.


class str:
    def __new__(cls, object=_ABSENT, encoding=_ABSENT, errors=_ABSENT):
        if isinstance(object, _absent):
            return ""
        if isinstance(encoding, _absent) and isinstance(errors, _absent):
            if isinstance(object, str):
                return object
            return _to_str(object)
        code = "utf-8" if isinstance(encoding, _absent) else _text_argument(encoding, "str() argument 'encoding'")
        handler = "strict" if isinstance(errors, _absent) else _text_argument(errors, "str() argument 'errors'")
        data = _plain(object)
        if isinstance(data, str):
            raise TypeError("decoding str is not supported")
        if isinstance(data, bytes) or isinstance(data, bytearray) or isinstance(data, memoryview):
            return _bytes_like(data).decode(code, handler)
        raise TypeError("decoding to str: need a bytes-like object, " + _k.type_name(object) + " found")

    def __str__(self):
        return self

    def __repr__(self):
        return _rt.str_repr(self)

    def __len__(self):
        return _rt.str_len(self)

    def __hash__(self):
        return _rt.str_hash(self)

    def __format__(self, spec):
        return _rt.format_str(self, spec)

    def __eq__(self, other):
        if isinstance(other, str):
            return _rt.str_eq(self, other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, str):
            return _rt.str_cmp(self, other) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, str):
            return _rt.str_cmp(self, other) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, str):
            return _rt.str_cmp(self, other) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, str):
            return _rt.str_cmp(self, other) >= 0
        return NotImplemented

    def __add__(self, other):
        if isinstance(other, str):
            return _rt.str_concat(self, other)
        if isinstance(other, _str_value):
            return _rt.str_concat(self, other._krait_value)
        return NotImplemented

    def __mul__(self, times):
        if isinstance(times, int):
            return _rt.str_repeat(self, _repeat_count(times))
        if _k.has_method(times, "__index__"):
            return self.__mul__(_as_index(times))
        return NotImplemented

    def __rmul__(self, times):
        return self.__mul__(times)

    def __mod__(self, values):
        if isinstance(values, _tuple_value):
            return _percent(self, values._krait_value)
        return _percent(self, values)

    def __contains__(self, sub):
        sub = _plain_text(sub)
        if isinstance(sub, str):
            return _rt.str_contains(self, sub)
        _k.type_error("'in <string>' requires string as left operand, not " + _k.type_name(sub))

    def __getitem__(self, index):
        if isinstance(index, int):
            i = _k.index(index)
            n = _rt.str_len(self)
            if i < 0:
                i = i + n
            if not _k.i64_ult(i, n):
                raise IndexError("string index out of range")
            return _rt.str_char_at(self, i)
        if isinstance(index, slice):
            start, stop, step = _slice_bounds(index, _rt.str_len(self))
            return _rt.str_slice(self, start, stop, step)
        if _k.has_method(index, "__index__"):
            return self[_as_index(index)]
        _k.type_error("string indices must be integers, not '" + _k.type_name(index) + "'")

    def __iter__(self):
        return _str_iterator(self)

    def upper(self):
        return _rt.str_upper(self)

    def lower(self):
        return _rt.str_lower(self)

    def title(self):
        return _rt.str_title(self)

    def capitalize(self):
        return _rt.str_capitalize(self)

    def swapcase(self):
        return _rt.str_swapcase(self)

    def casefold(self):
        return _rt.str_casefold(self)

    def isalpha(self):
        return _rt.str_isalpha(self)

    def isdigit(self):
        return _rt.str_isdigit(self)

    def isdecimal(self):
        return _rt.str_isdecimal(self)

    def isnumeric(self):
        return _rt.str_isnumeric(self)

    def isalnum(self):
        return _rt.str_isalnum(self)

    def isspace(self):
        return _rt.str_isspace(self)

    def isupper(self):
        return _rt.str_isupper(self)

    def islower(self):
        return _rt.str_islower(self)

    def istitle(self):
        return _rt.str_istitle(self)

    def isidentifier(self):
        return _rt.str_isidentifier(self)

    def isprintable(self):
        return _rt.str_isprintable(self)

    def isascii(self):
        return _rt.str_isascii(self)

    def strip(self, chars=None):
        chars = _plain_text(chars)
        if chars is None:
            return _rt.str_strip(self)
        if isinstance(chars, str):
            return _rt.str_strip_chars(self, chars)
        _k.type_error("strip arg must be None or str")

    def lstrip(self, chars=None):
        chars = _plain_text(chars)
        if chars is None:
            return _rt.str_lstrip(self)
        if isinstance(chars, str):
            return _rt.str_lstrip_chars(self, chars)
        _k.type_error("lstrip arg must be None or str")

    def rstrip(self, chars=None):
        chars = _plain_text(chars)
        if chars is None:
            return _rt.str_rstrip(self)
        if isinstance(chars, str):
            return _rt.str_rstrip_chars(self, chars)
        _k.type_error("rstrip arg must be None or str")

    def find(self, sub, start=None, end=None):
        sub = _plain_text(sub)
        if not isinstance(sub, str):
            _k.type_error("must be str, not " + _k.type_name(sub))
        n = _rt.str_len(self)
        return _k.small_int(_rt.str_find(self, sub, _start_bound(start, n), _end_bound(end, n)))

    def rfind(self, sub, start=None, end=None):
        sub = _plain_text(sub)
        if not isinstance(sub, str):
            _k.type_error("must be str, not " + _k.type_name(sub))
        n = _rt.str_len(self)
        return _k.small_int(_rt.str_rfind(self, sub, _start_bound(start, n), _end_bound(end, n)))

    def index(self, sub, start=None, end=None):
        i = self.find(sub, start, end)
        if i < 0:
            raise ValueError("substring not found")
        return i

    def rindex(self, sub, start=None, end=None):
        i = self.rfind(sub, start, end)
        if i < 0:
            raise ValueError("substring not found")
        return i

    def count(self, sub, start=None, end=None):
        sub = _plain_text(sub)
        if not isinstance(sub, str):
            _k.type_error("must be str, not " + _k.type_name(sub))
        n = _rt.str_len(self)
        return _k.small_int(_rt.str_count(self, sub, _start_bound(start, n), _end_bound(end, n)))

    def startswith(self, prefix, start=None, end=None):
        prefix = _plain_text(prefix)
        n = _rt.str_len(self)
        if isinstance(prefix, str):
            return _rt.str_startswith(self, prefix, _start_bound(start, n), _end_bound(end, n))
        if isinstance(prefix, tuple):
            for item in prefix:
                p = _plain_text(item)
                if not isinstance(p, str):
                    raise TypeError("tuple for startswith must only contain str, not " + _k.type_name(p))
                if _rt.str_startswith(self, p, _start_bound(start, n), _end_bound(end, n)):
                    return True
            return False
        _k.type_error("startswith first arg must be str or a tuple of str, not " + _k.type_name(prefix))

    def endswith(self, suffix, start=None, end=None):
        suffix = _plain_text(suffix)
        n = _rt.str_len(self)
        if isinstance(suffix, str):
            return _rt.str_endswith(self, suffix, _start_bound(start, n), _end_bound(end, n))
        if isinstance(suffix, tuple):
            for item in suffix:
                p = _plain_text(item)
                if not isinstance(p, str):
                    raise TypeError("tuple for endswith must only contain str, not " + _k.type_name(p))
                if _rt.str_endswith(self, p, _start_bound(start, n), _end_bound(end, n)):
                    return True
            return False
        _k.type_error("endswith first arg must be str or a tuple of str, not " + _k.type_name(suffix))

    def replace(self, old, new, count=-1):
        old = _plain_text(old)
        new = _plain_text(new)
        if isinstance(old, str):
            if isinstance(new, str):
                return _rt.str_replace(self, old, new, _ssize(count))
            _k.type_error("replace() argument 2 must be str, not " + _k.type_name(new))
        _k.type_error("replace() argument 1 must be str, not " + _k.type_name(old))

    def join(self, iterable):
        if isinstance(iterable, list) and not _k.copy_defines(iterable, "__iter__"):
            return _join_list(self, iterable)
        items = []
        items.extend(_iter_or(iterable, "can only join an iterable"))
        return _join_list(self, items)

    def split(self, sep=None, maxsplit=-1):
        sep = _plain_text(sep)
        if sep is None:
            return _split_blank(self, _ssize(maxsplit))
        if isinstance(sep, str):
            return _split_sep(self, sep, _ssize(maxsplit))
        _k.type_error("must be str or None, not " + _k.type_name(sep))

    def rsplit(self, sep=None, maxsplit=-1):
        sep = _plain_text(sep)
        if sep is None:
            return _rsplit_blank(self, _ssize(maxsplit))
        if isinstance(sep, str):
            return _rsplit_sep(self, sep, _ssize(maxsplit))
        _k.type_error("must be str or None, not " + _k.type_name(sep))

    def splitlines(self, keepends=False):
        if not isinstance(keepends, int):
            _as_index(keepends)
        out = []
        start = _k.i64(0)
        n = _rt.str_len(self)
        while start < n:
            at = _rt.str_find_linebreak(self, start)
            if at < 0 or at >= n:
                out.append(_rt.str_substr(self, start, n))
                break
            after = at + _rt.str_linebreak_len(self, at)
            out.append(_rt.str_substr(self, start, after if keepends else at))
            start = after
        return out

    def partition(self, sep):
        part = _text(sep)
        m = _rt.str_len(part)
        if m == 0:
            raise ValueError("empty separator")
        n = _rt.str_len(self)
        i = _rt.str_find(self, part, 0, n)
        if i < 0:
            return (self, "", "")
        return (_rt.str_substr(self, 0, i), sep, _rt.str_substr(self, i + m, n))

    def rpartition(self, sep):
        part = _text(sep)
        m = _rt.str_len(part)
        if m == 0:
            raise ValueError("empty separator")
        n = _rt.str_len(self)
        i = _rt.str_rfind(self, part, 0, n)
        if i < 0:
            return ("", "", self)
        return (_rt.str_substr(self, 0, i), sep, _rt.str_substr(self, i + m, n))

    def expandtabs(self, tabsize=8):
        return _rt.str_expandtabs(self, _tab_width(tabsize))

    def zfill(self, width):
        return _rt.str_zfill(self, _width(width))

    def center(self, width, fillchar=" "):
        return _rt.str_center(self, _width(width), _fill_character(fillchar))

    def ljust(self, width, fillchar=" "):
        return _rt.str_ljust(self, _width(width), _fill_character(fillchar))

    def rjust(self, width, fillchar=" "):
        return _rt.str_rjust(self, _width(width), _fill_character(fillchar))

    def encode(self, encoding="utf-8", errors="strict"):
        codec = _codec_of(_text_argument(encoding, "encode() argument 'encoding'"))
        handler = _handler_of(_text_argument(errors, "encode() argument 'errors'"))
        record = _rt.codec_error_new()
        data = _rt.str_encode(self, codec, handler, record)
        if _rt.codec_error_failed(record):
            _encode_failed(self, record)
        _rt.codec_error_free(record)
        return data

    def format(self, *args, **kwargs):
        return _format_fields(self, args, kwargs, _FormatState(), True)

    def _format_flat(self, *args, **kwargs):
        # format, where the compiler sees that no field has attributes or items.
        return _format_fields(self, args, kwargs, _FormatState(), None)

    def format_map(self, mapping):
        return _format_fields(self, (), mapping, _FormatState(False), True)

    @staticmethod
    def maketrans(x, y=None, z=None):
        table = {}
        if y is not None:
            before = _text_argument(x, "the first maketrans argument")
            after = _text_argument(y, "maketrans() argument 2")
            if len(before) != len(after):
                raise ValueError("the first two maketrans arguments must have equal length")
            i = 0
            while i < len(before):
                table[ord(before[i])] = ord(after[i])
                i = i + 1
            if z is not None:
                for c in _text_argument(z, "maketrans() argument 3"):
                    table[ord(c)] = None
            return table
        if not isinstance(x, dict):
            _k.type_error("if you give only one argument to maketrans it must be a dict")
        for item in x:
            key = _plain_text(item)
            if isinstance(key, str):
                if _rt.str_len(key) != 1:
                    raise ValueError("string keys in translate table must be of length 1")
                table[ord(key)] = x[item]
            elif isinstance(key, int):
                table[key] = x[item]
            else:
                raise TypeError("keys in translate table must be strings or integers")
        return table

    def translate(self, table):
        if not _k.has_method(table, "__getitem__"):
            _k.type_error("'" + _k.type_name(table) + "' object is not subscriptable")
        out = []
        for c in self:
            out.append(_translated(table, c))
        return _join_list("", out)

    def removeprefix(self, prefix):
        return _rt.str_removeprefix(self, _text_argument(prefix, "removeprefix() argument"))

    def removesuffix(self, suffix):
        return _rt.str_removesuffix(self, _text_argument(suffix, "removesuffix() argument"))


def _translated(table, c):
    # What a table makes of a character; without an entry it stays.
    if isinstance(table, dict):
        if ord(c) not in table:
            return c
        return _translation(table[ord(c)], c)
    try:
        return _translation(table[ord(c)], c)
    except LookupError:
        return c


def _translation(target, c):
    to = _plain_text(target)
    if to is None:
        return ""
    if isinstance(to, str):
        return to
    if isinstance(to, int):
        return chr(to)
    raise TypeError("character mapping must return integer, None or str")


def _encode_failed(text, record):
    codec = _rt.codec_error_encoding(record)
    start = _k.to_int(_rt.codec_error_start(record))
    end = _k.to_int(_rt.codec_error_end(record))
    reason = _rt.codec_error_reason(record)
    _rt.codec_error_free(record)
    raise UnicodeEncodeError(codec, text, start, end, reason)


def _to_str(obj):
    if isinstance(obj, type):
        return _k.type_of(obj).__repr__(obj)
    text = obj.__str__()
    if not (isinstance(text, str) or isinstance(text, _str_value)):
        _k.type_error("__str__ returned non-string (type " + _k.type_name(text) + ")")
    return text


# The text of an object of a subclass of str; anything else stays.
def _plain_text(x):
    if isinstance(x, _str_value):
        return x._krait_value
    return x


def _text(text):
    x = _plain_text(text)
    if isinstance(x, str):
        return x
    _k.type_error("must be str, not " + _k.type_name(x))


def _text_argument(text, name):
    x = _plain_text(text)
    if isinstance(x, str):
        return x
    if x is None:
        _k.type_error(name + " must be str, not None")
    _k.type_error(name + " must be str, not " + _k.type_name(x))


def _fill_character(fill):
    fillchar = _plain_text(fill)
    if not isinstance(fillchar, str):
        _k.type_error("The fill character must be a unicode character, not " + _k.type_name(fillchar))
    if _rt.str_len(fillchar) != 1:
        raise TypeError("The fill character must be exactly one character long")
    return _rt.str_ord_at(fillchar, 0)


def _start_bound(x, n):
    # Where a slice begins: 0 or more, perhaps behind the end.
    if x is None:
        return _k.i64(0)
    i = _slice_index(x)
    if i < 0:
        i = i + n
        if i < 0:
            i = _k.i64(0)
    return i


def _end_bound(x, n):
    # Where a slice ends: 0..n.
    if x is None:
        return n
    i = _start_bound(x, n)
    if i > n:
        return n
    return i


def _join_list(sep, items):
    n = items._len
    if n == 0:
        return ""
    length = _rt.str_len(sep) * (n - 1)
    mask = _rt.str_mask(sep) if length > 0 else _k.i64(0)
    i = _k.i64(0)
    while i < n:
        x = _plain_text(_k.buf_get(items._buf, i))
        if not isinstance(x, str):
            _k.type_error("sequence item " + str(_k.to_int(i)) + ": expected str instance, " + _k.type_name(x) + " found", x)
        if n == 1:
            return x
        length = length + _rt.str_len(x)
        mask = mask | _rt.str_mask(x)
        i = i + 1
    if length < 2:
        return _join_short(sep, items)
    out = _rt.str_new(length, mask)
    at = _k.i64(0)
    i = _k.i64(0)
    while i < n:
        if i > 0:
            at = _rt.str_put(out, at, sep)
        x = _plain_text(_k.buf_get(items._buf, i))
        if isinstance(x, str):
            at = _rt.str_put(out, at, x)
        i = i + 1
    return out


def _join_short(sep, items):
    # At most one character: the parts are added up, for it to be the shared str of that character.
    out = sep if items._len == 2 else ""
    i = _k.i64(0)
    while i < items._len:
        x = _plain_text(_k.buf_get(items._buf, i))
        if isinstance(x, str):
            out = out + x
        i = i + 1
    return out


def _split_blank(s, limit):
    out = []
    n = _rt.str_len(s)
    i = _rt.str_skip_whitespace(s, 0)
    while i < n:
        if limit == 0:
            out.append(_rt.str_substr(s, i, n))
            break
        end = _rt.str_find_whitespace(s, i)
        if end < 0:
            end = n
        out.append(_rt.str_substr(s, i, end))
        i = _rt.str_skip_whitespace(s, end)
        limit = limit - 1
    return out


def _split_sep(s, sep, limit):
    m = _rt.str_len(sep)
    if m == 0:
        raise ValueError("empty separator")
    out = []
    n = _rt.str_len(s)
    i = _k.i64(0)
    one = _rt.str_ord_at(sep, 0) if m == 1 else _k.i64(-1)
    while limit != 0:
        j = _rt.str_find(s, sep, i, n) if one < 0 else _rt.str_find_char(s, one, i, n)
        if j < 0:
            break
        out.append(_rt.str_substr(s, i, j))
        i = j + m
        limit = limit - 1
    out.append(_rt.str_substr(s, i, n))
    return out


def _rsplit_blank(s, limit):
    out = []
    end = _rt.str_rskip_whitespace(s, _rt.str_len(s))
    while end > 0:
        if limit == 0:
            out.append(_rt.str_substr(s, 0, end))
            break
        i = _rt.str_rfind_whitespace(s, end)
        out.append(_rt.str_substr(s, i, end))
        end = _rt.str_rskip_whitespace(s, i)
        limit = limit - 1
    out.reverse()
    return out


def _rsplit_sep(s, sep, limit):
    m = _rt.str_len(sep)
    if m == 0:
        raise ValueError("empty separator")
    out = []
    end = _rt.str_len(s)
    while limit != 0:
        j = _rt.str_rfind(s, sep, 0, end)
        if j < 0:
            break
        out.append(_rt.str_substr(s, j + m, end))
        end = j
        limit = limit - 1
    out.append(_rt.str_substr(s, 0, end))
    out.reverse()
    return out


class _str_iterator:
    def __init__(self, text):
        self._text = text
        self._at = _k.i64(0)

    def __iter__(self):
        return self

    def _next_(self):
        i = self._at
        text = self._text
        if i >= _rt.str_len(text):
            _k.stop()
        self._at = i + 1
        return _rt.str_char_at(text, i)

    def __next__(self):
        return next(self)

    def __length_hint__(self):
        left = _rt.str_len(self._text) - self._at
        return _k.to_int(left) if left > 0 else 0


class _PercentSpec:
    # What the runtime found in a conversion.
    __fields__ = ("_buf", "_cap")
    __buffers__ = (("_buf", "", "_cap", ""),)

    def __init__(self):
        self._buf = _k.buf_new_i64(8)
        self._cap = _k.i64(8)


def _percent(template, values, binary=None):
    # str % values; `binary` says that the result becomes bytes (its text as Latin-1). The runtime parses the conversions and formats numbers.
    out = []
    parsed = _PercentSpec()
    spec = parsed._buf
    i = _k.i64(0)
    used = _k.i64(0)
    n = _rt.str_len(template)
    while True:
        at = _rt.str_find_char(template, 37, i, n)
        if at < 0:
            out.append(_rt.str_substr(template, i, n))
            break
        out.append(_rt.str_substr(template, i, at))
        error = _rt.percent_parse(template, at + 1, spec)
        if error != 0:
            _percent_parse_failed(error, template, values, used, binary, _k.buf_get(spec, 3), _k.buf_get(spec, 4), _k.buf_get(spec, 5), _k.buf_get(spec, 6))
        i = _k.buf_get(spec, 0)
        letter = _k.buf_get(spec, 1)
        flags = _k.buf_get(spec, 2)
        width = _k.buf_get(spec, 3)
        precision = _k.buf_get(spec, 4)
        key = _k.buf_get(spec, 5)
        if _k.buf_get(spec, 7) != 0:
            out.append("%")
            continue
        if width == -2:
            width = _percent_star(values, used)
            used = used + 1
            if width < 0:
                flags = flags | 1
                width = -width
        if precision == -2:
            precision = _percent_star(values, used)
            used = used + 1
            if precision < 0:
                precision = _k.i64(0)
        if key >= 0:
            name = _rt.str_substr(template, key, _k.buf_get(spec, 6))
            out.append(_percent_one(_percent_lookup(values, name, binary), letter, flags, width, precision, i - 1, binary))
            used = _k.i64(-1)
        else:
            out.append(_percent_next(values, used, letter, flags, width, precision, i - 1, binary))
            used = used + 1
    if used >= 0 and used < _percent_count(values):
        kind = "string" if binary is None else "bytes"
        raise TypeError("not all arguments converted during " + kind + " formatting")
    return _join_list("", out)


def _percent_parse_failed(error, template, values, used, binary, width, precision, key, key_end):
    # Reads as far as the conversion goes.
    if key >= 0:
        if error == 2:
            _percent_mapping(values)
        else:
            _percent_lookup(values, _rt.str_substr(template, key, key_end), binary)
    if width == -2:
        _percent_star(values, used)
        used = used + 1
    if precision == -2:
        _percent_star(values, used)
    if error == 2:
        raise ValueError("incomplete format key")
    if error == 3:
        raise ValueError("width too big")
    if error == 4:
        raise ValueError("precision too big")
    raise ValueError("incomplete format")


def _percent_count(values):
    # How many values have to be used; a mapping or a list may stay unused.
    if isinstance(values, tuple):
        return _k.i64(len(values))
    if isinstance(values, str) or isinstance(values, _str_value):
        return _k.i64(1)
    if _k.has_method(values, "__getitem__"):
        return _k.i64(0)
    return _k.i64(1)


def _percent_value(values, at):
    if isinstance(values, tuple):
        if at >= len(values):
            raise TypeError("not enough arguments for format string")
        return values[_k.to_int(at)]
    if at > 0:
        raise TypeError("not enough arguments for format string")
    return values


def _percent_next(values, at, letter, flags, width, precision, position, binary):
    # The text of the value with a number.
    if isinstance(values, tuple):
        if at >= len(values):
            raise TypeError("not enough arguments for format string")
        if isinstance(values, vtuple):
            return _percent_one(values[_k.to_int(at)], letter, flags, width, precision, position, binary)
        return _k.tuple_apply("_percent_one", values, at, letter, flags, width, precision, position, binary)
    if at != 0:  # -1: a name came before
        raise TypeError("not enough arguments for format string")
    return _percent_one(values, letter, flags, width, precision, position, binary)


def _percent_star(values, at):
    n = _percent_value(values, at)
    if isinstance(n, int):
        return _ssize(n)
    raise TypeError("* wants int")


def _percent_mapping(values):
    if isinstance(values, tuple) or isinstance(values, str) or isinstance(values, _str_value) or not _k.has_method(values, "__getitem__"):
        raise TypeError("format requires a mapping")


def _percent_lookup(values, key, binary):
    _percent_mapping(values)
    if isinstance(values, list):
        raise TypeError("list indices must be integers or slices, not str")
    if isinstance(values, range) or isinstance(values, bytes):
        raise TypeError(_k.type_name(values) + " indices must be integers or slices, not str")
    if _k.has_method(values, "__getitem__"):
        if binary is None:
            return values[key]
        return values[key.encode("latin-1")]
    raise TypeError("format requires a mapping")


def _percent_one(x, letter, flags, width, precision, at, binary):
    if binary is not None:
        if letter == 115 or letter == 98:
            if isinstance(x, bytes) or isinstance(x, bytearray) or isinstance(x, memoryview) or _k.has_method(x, "__bytes__"):
                return _rt.percent_str(bytes(x).decode("latin-1"), flags, width, precision)
            raise TypeError("%b requires a bytes-like object, or an object that implements __bytes__, not '" + _k.type_name(x) + "'")
        if letter == 99:
            return _rt.percent_str(_percent_byte(x), flags, width, -1)
        if letter == 114:
            return _rt.percent_str(ascii(x), flags, width, precision)
    if letter == 115:
        return _rt.percent_str(str(x), flags, width, precision)
    if letter == 114:
        return _rt.percent_str(repr(x), flags, width, precision)
    if letter == 97:
        return _rt.percent_str(ascii(x), flags, width, precision)
    if letter == 100 or letter == 105 or letter == 117:
        if isinstance(x, bool):
            return _rt.percent_int(_k.bool_int(x), flags, width, precision, 100)
        if isinstance(x, int):
            return _rt.percent_int(x, flags, width, precision, 100)
        if isinstance(x, float):
            return _rt.percent_int(_rt.int_from_f64(x), flags, width, precision, 100)
        if _k.has_method(x, "__index__"):
            return _percent_one(_as_index(x), letter, flags, width, precision, at, binary)
        if _k.has_method(x, "__int__"):
            return _percent_one(_to_int(x), letter, flags, width, precision, at, binary)
        raise TypeError("%" + _rt.str_from_char(letter) + " format: a real number is required, not " + _k.type_name(x))
    if letter == 120 or letter == 88 or letter == 111:
        if isinstance(x, bool):
            return _rt.percent_int(_k.bool_int(x), flags, width, precision, letter)
        if isinstance(x, int):
            return _rt.percent_int(x, flags, width, precision, letter)
        if _k.has_method(x, "__index__"):
            return _percent_one(_as_index(x), letter, flags, width, precision, at, binary)
        raise TypeError("%" + _rt.str_from_char(letter) + " format: an integer is required, not " + _k.type_name(x))
    if letter == 99:
        return _rt.percent_str(_percent_char(x), flags, width, -1)
    if letter == 101 or letter == 69 or letter == 102 or letter == 70 or letter == 103 or letter == 71:
        if isinstance(x, float):
            return _rt.percent_float(x, flags, width, precision, letter)
        if isinstance(x, int):
            return _rt.percent_float(_k.f64(x), flags, width, precision, letter)
        if _k.has_method(x, "__float__"):
            return _percent_one(_to_float(x), letter, flags, width, precision, at, binary)
        if _k.has_method(x, "__index__"):
            return _percent_one(_as_index(x), letter, flags, width, precision, at, binary)
        raise TypeError(("must be real number" if binary is None else "float argument required") + ", not " + _k.type_name(x))
    shown = "?" if binary is None and (letter < 31 or letter > 126) else _rt.str_from_char(letter)
    raise ValueError("unsupported format character '" + shown + "' (" + hex(_k.to_int(letter)) +
                     ") at index " + str(_k.to_int(at)))


def _percent_byte(value):
    x = _as_index(value) if _k.has_method(value, "__index__") else _plain(value)
    if isinstance(x, bytes) or isinstance(x, bytearray):
        if len(x) == 1:
            return bytes(x).decode("latin-1")
    elif isinstance(x, int):
        if x < 0 or x > 255:
            raise OverflowError("%c arg not in range(256)")
        return chr(x)
    raise TypeError("%c requires an integer in range(256) or a single byte")


def _percent_char(value):
    x = _as_index(value) if _k.has_method(value, "__index__") else _plain(value)
    if isinstance(x, str):
        if _rt.str_len(x) == 1:
            return x
    elif isinstance(x, int):
        if x < 0 or x > 1114111:
            raise OverflowError("%c arg not in range(0x110000)")
        return chr(x)
    raise TypeError("%c requires int or char")


class _FormatState:
    # The number of the next field without one; -1 once fields are numbered by hand.
    def __init__(self, numbers=True):
        self._next = _k.i64(0)
        self._manual = False
        self._numbers = numbers


class _FormatSpec:
    __fields__ = ("_buf", "_cap")
    __buffers__ = (("_buf", "", "_cap", ""),)

    def __init__(self):
        self._buf = _k.buf_new_i64(13)
        self._cap = _k.i64(13)


# `paths`: None if no field has attributes or items.
def _format_fields(template, args, names, state, paths):
    parsed = _FormatSpec()
    out = []
    i = _k.i64(0)
    n = _rt.str_len(template)
    while i < n:
        _rt.format_next(template, i, parsed._buf)
        i = _k.buf_get(parsed._buf, 0)
        start = _k.buf_get(parsed._buf, 1)
        end = _k.buf_get(parsed._buf, 2)
        if end > start:
            out.append(_rt.str_substr(template, start, end))
        if _k.buf_get(parsed._buf, 3) != 0:
            field = _rt.str_substr(template, _k.buf_get(parsed._buf, 4), _k.buf_get(parsed._buf, 5))
            spec = _rt.str_substr(template, _k.buf_get(parsed._buf, 7), _k.buf_get(parsed._buf, 8))
            conversion = _k.buf_get(parsed._buf, 6)
            nested = _k.buf_get(parsed._buf, 9) != 0
            head = _format_head(field)
            name = _rt.str_substr(field, 0, head)
            path = _rt.str_substr(field, head, _rt.str_len(field))
            at = _format_index(name, state)
            if at >= 0:
                if not state._numbers:
                    raise ValueError("Format string contains positional fields")
                if at >= len(args):
                    raise IndexError("Replacement index " + str(_k.to_int(at)) + " out of range for positional args tuple")
            if nested:
                # The value is found before the fields of its spec are.
                if at < 0:
                    _format_named(names, name, path, _k.i64(-1), "", paths)
                else:
                    _format_positional(args, at, path, _k.i64(-1), "", paths)
                spec = _format_fields(spec, args, names, state, paths)
            if at < 0:
                out.append(_format_named(names, name, path, conversion, spec, paths))
            else:
                out.append(_format_positional(args, at, path, conversion, spec, paths))
    return _join_list("", out)


def _format_head(field):
    # Where the name of a field ends and its attributes and indexes begin.
    n = _rt.str_len(field)
    dot = _rt.str_find_char(field, 46, 0, n)
    bracket = _rt.str_find_char(field, 91, 0, n)
    if dot < 0 or (bracket >= 0 and bracket < dot):
        dot = bracket
    return n if dot < 0 else dot


def _format_index(name, state):
    # The number of a positional field; -1 for a name.
    if _rt.str_len(name) == 0:
        if state._manual:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        at = state._next
        state._next = at + 1
        return at
    if not _is_number(name):
        return _k.i64(-1)
    if state._next > 0:
        raise ValueError("cannot switch from automatic field numbering to manual field specification")
    state._manual = True
    return _ssize(_format_number(name))


def _format_number(digits):
    if len(digits.lstrip("0")) <= 19:
        number = int(digits)
        if number <= 9223372036854775807:
            return number
    raise ValueError("Too many decimal digits in format string")


def _is_number(text):
    return _rt.str_isascii(text) and _rt.str_isdecimal(text)


def _format_positional(args, at, path, conversion, spec, paths):
    if isinstance(args, tuple) and not isinstance(args, vtuple):
        return _k.tuple_apply("_format_path", args, at, path, conversion, spec, paths)
    return _format_path(args[_k.to_int(at)], path, conversion, spec, paths)


def _format_named(names, name, path, conversion, spec, paths):
    if names is None:
        raise KeyError(name)
    return _format_path(names[name], path, conversion, spec, paths)


def _format_path(x, path, conversion, spec, paths):
    n = _rt.str_len(path)
    if paths is None or n == 0:
        return _format_one(x, conversion, spec)
    if _rt.str_ord_at(path, 0) == 46:
        end = _format_head(_rt.str_substr(path, 1, n)) + 1
        name = _rt.str_substr(path, 1, end)
        if end == 1:
            raise ValueError("Empty attribute in format string")
        return _format_attribute(x, name, _rt.str_substr(path, end, n), conversion, spec)
    if _rt.str_ord_at(path, 0) != 91:
        raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    end = _rt.str_find_char(path, 93, 0, n)
    if end < 0:
        raise ValueError("Missing ']' in format string")
    if end == 1:
        raise ValueError("Empty attribute in format string")
    return _format_item(x, _rt.str_substr(path, 1, end), _rt.str_substr(path, end + 1, n), conversion, spec)


def _format_attribute(x, name, path, conversion, spec):
    # Attributes by a name that only the running program knows: those of numbers.
    if isinstance(x, int) or isinstance(x, float):
        if name == "real":
            return _format_path(x.real, path, conversion, spec, True)
        if name == "imag":
            return _format_path(x.imag, path, conversion, spec, True)
        raise AttributeError("'" + _k.type_name(x) + "' object has no attribute '" + name + "'")
    return _format_path(_k.attr_get(x, name), path, conversion, spec, True)


def _format_item(x, key, path, conversion, spec):
    if isinstance(x, (list, tuple, str, bytes, bytearray, range)):
        if not _is_number(key):
            if isinstance(x, str):
                raise TypeError("string indices must be integers, not 'str'")
            if isinstance(x, bytes):
                raise TypeError("byte indices must be integers or slices, not str")
            raise TypeError(_k.type_name(x) + " indices must be integers or slices, not str")
        return _format_path(_format_at(x, _format_number(key)), path, conversion, spec, True)
    if _k.has_method(x, "__getitem__"):
        if _is_number(key):
            return _format_path(x[_format_number(key)], path, conversion, spec, True)
        return _format_path(x[key], path, conversion, spec, True)
    raise TypeError("'" + _k.type_name(x) + "' object is not subscriptable")


def _format_at(x, i):
    return x[i]


def _format_one(x, conversion, spec):
    if conversion < 0:
        return ""
    if conversion == 114:
        return _rt.format_str(repr(x), spec)
    if conversion == 115:
        return _rt.format_str(str(x), spec)
    if conversion == 97:
        return _rt.format_str(ascii(x), spec)
    if conversion != 0:
        shown = _rt.str_from_char(conversion) if 32 < conversion and conversion < 127 else "\\x" + hex(_k.to_int(conversion))[2:]
        raise ValueError("Unknown conversion specifier " + shown)
    return format(x, spec)
