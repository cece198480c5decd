# bytes: methods over the runtime's functions.


class bytes:
    def __new__(cls, source=b"", encoding=None, errors=None):
        if isinstance(source, str):
            if encoding is None:
                raise TypeError("string argument without an encoding")
            return source.encode(encoding, "strict" if errors is None else errors)
        if isinstance(source, _str_value) and (encoding is not None or not _k.has_method(source, "__bytes__")):
            return bytes(source._krait_value, encoding, errors)
        if encoding is not None or errors is not None:
            _k.type_error("encoding without a string argument" if encoding is not None else "errors without a string argument")
        if isinstance(source, bytes):
            return source
        if isinstance(source, int):
            n = _ssize(source)
            if n < 0:
                raise ValueError("negative count")
            return _rt.bytes_zeros(n)
        if _k.blocks_method(source, "__bytes__"):
            _k.type_error("'NoneType' object is not callable")
        if _k.has_method(source, "_buffer_"):
            return source._buffer_()
        if _k.has_method(source, "__bytes__"):
            made = source.__bytes__()
            if isinstance(made, bytes):
                return made
            if isinstance(made, _bytes_value):
                return made._krait_value
            _k.type_error("__bytes__ returned non-bytes (type " + _k.type_name(made) + ")")
        if _k.has_method(source, "__index__"):
            n = _ssize(source)
            if n < 0:
                raise ValueError("negative count")
            return _rt.bytes_zeros(n)
        return _bytes_from_items(_iter_or(source, "cannot convert '" + _k.type_name(source) + "' object to bytes"))

    def __bytes__(self):
        return self

    def __repr__(self):
        return _rt.bytes_repr(self)

    def __len__(self):
        return _rt.bytes_len(self)

    def __hash__(self):
        return _rt.bytes_hash(self)

    def __eq__(self, other):
        if isinstance(other, bytes):
            return _rt.bytes_eq(self, other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray):
            return _rt.bytes_cmp(self, _bytes_like(other)) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray):
            return _rt.bytes_cmp(self, _bytes_like(other)) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray):
            return _rt.bytes_cmp(self, _bytes_like(other)) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray):
            return _rt.bytes_cmp(self, _bytes_like(other)) >= 0
        return NotImplemented

    def __add__(self, other):
        if isinstance(other, bytes):
            return _rt.bytes_concat(self, other)
        if isinstance(other, _bytes_value):
            return _rt.bytes_concat(self, other._krait_value)
        if isinstance(other, bytearray) or isinstance(other, memoryview):
            return _rt.bytes_concat(self, other.__bytes__())
        return NotImplemented

    def __mul__(self, times):
        if isinstance(times, int):
            return _rt.bytes_repeat(self, _repeat_count(times))
        if _k.has_method(times, "__index__"):
            return self.__mul__(_as_index(times))
        return NotImplemented

    def __rmul__(self, times):
        return self.__mul__(times)

    def __mod__(self, values):
        return _percent(self.decode("latin-1"), values, True).encode("latin-1")

    def __contains__(self, item):
        if isinstance(item, int):
            return _rt.bytes_find_byte(self, _byte_value(item), 0, _rt.bytes_len(self)) >= 0
        return _rt.bytes_contains(self, _bytes_like(item))

    def __getitem__(self, index):
        if isinstance(index, int):
            i = _k.index(index)
            n = _rt.bytes_len(self)
            if i < 0:
                i = i + n
            if not _k.i64_ult(i, n):
                raise IndexError("index out of range")
            return _k.small_int(_rt.bytes_at(self, i))
        if isinstance(index, slice):
            start, stop, step = _slice_bounds(index, _rt.bytes_len(self))
            return _rt.bytes_slice(self, start, stop, step)
        if _k.has_method(index, "__index__"):
            return self[_as_index(index)]
        _k.type_error("byte indices must be integers or slices, not " + _k.type_name(index))

    def __iter__(self):
        return bytes_iterator(self)

    def decode(self, encoding="utf-8", errors="strict"):
        codec = _codec_of(_text_argument(encoding, "decode() argument 'encoding'"))
        handler = _handler_of(_text_argument(errors, "decode() argument 'errors'"))
        record = _rt.codec_error_new()
        text = _rt.bytes_decode(self, codec, handler, record)
        if _rt.codec_error_failed(record):
            _decode_failed(self, record)
        _rt.codec_error_free(record)
        return text

    def hex(self, sep=_ABSENT, bytes_per_sep=1):
        if isinstance(sep, _absent):
            return _rt.bytes_hex(self)
        if isinstance(sep, str):
            if _rt.str_len(sep) != 1:
                raise ValueError("sep must be length 1.")
            c = _rt.str_ord_at(sep, 0)
            if c > 127:
                raise ValueError("sep must be ASCII.")
            return _rt.bytes_hex_sep(self, c, _ssize(bytes_per_sep))
        if isinstance(sep, bytes):
            if _rt.bytes_len(sep) != 1:
                raise ValueError("sep must be length 1.")
            if _rt.bytes_at(sep, 0) > 127:
                raise ValueError("sep must be ASCII.")
            return _rt.bytes_hex_sep(self, _rt.bytes_at(sep, 0), _ssize(bytes_per_sep))
        if not _k.has_method(sep, "__len__"):
            _k.type_error("object of type '" + _k.type_name(sep) + "' has no len()")
        _k.type_error("sep must be str or bytes.")

    @classmethod
    def fromhex(cls, string):
        text = _plain_text(string)
        if not isinstance(text, str):
            _k.type_error("fromhex() argument must be str, not " + _k.type_name(string))
        if cls is bytes:
            return _rt.bytes_fromhex(text)
        return cls(_rt.bytes_fromhex(text))

    @staticmethod
    def maketrans(frm, to):
        before = _bytes_like(frm)
        after = _bytes_like(to)
        n = _rt.bytes_len(before)
        if n != _rt.bytes_len(after):
            raise ValueError("maketrans arguments must have same length")
        table = _k.buf_new_i8(256)
        i = _k.i64(0)
        while i < 256:
            _k.buf_init(table, i, i)
            i = i + 1
        i = _k.i64(0)
        while i < n:
            _k.buf_init(table, _rt.bytes_at(before, i), _rt.bytes_at(after, i))
            i = i + 1
        out = _rt.bytes_from_buffer(table, 256)
        _k.buf_free(table, 256)
        return out

    def translate(self, table, delete=b""):
        if table is None:
            return _rt.bytes_translate(self, b"", _bytes_like(delete))
        codes = _bytes_like(table)
        if _rt.bytes_len(codes) != 256:
            raise ValueError("translation table must be 256 characters long")
        return _rt.bytes_translate(self, codes, _bytes_like(delete))

    def join(self, iterable_of_bytes):
        parts = []
        i = 0
        for x in _iter_or(iterable_of_bytes, "can only join an iterable"):
            if not (isinstance(x, bytes) or isinstance(x, bytearray) or isinstance(x, memoryview) or isinstance(x, _bytes_value)):
                raise TypeError("sequence item " + str(i) + ": expected a bytes-like object, " + _k.type_name(x) + " found")
            parts.append(_bytes_like(x))
            i = i + 1
        return _rt.bytes_join(self, parts._buf, parts._len)

    def upper(self):
        return _rt.bytes_upper(self)

    def lower(self):
        return _rt.bytes_lower(self)

    def title(self):
        return _rt.bytes_title(self)

    def capitalize(self):
        return _rt.bytes_capitalize(self)

    def swapcase(self):
        return _rt.bytes_swapcase(self)

    def isalpha(self):
        return _rt.bytes_isalpha(self)

    def isdigit(self):
        return _rt.bytes_isdigit(self)

    def isalnum(self):
        return _rt.bytes_isalnum(self)

    def isspace(self):
        return _rt.bytes_isspace(self)

    def isupper(self):
        return _rt.bytes_isupper(self)

    def islower(self):
        return _rt.bytes_islower(self)

    def istitle(self):
        return _rt.bytes_istitle(self)

    def isascii(self):
        return _rt.bytes_isascii(self)

    def strip(self, bytes=None):
        if bytes is None:
            return _rt.bytes_strip(self)
        return _rt.bytes_strip_chars(self, _bytes_like(bytes))

    def lstrip(self, bytes=None):
        if bytes is None:
            return _rt.bytes_lstrip(self)
        return _rt.bytes_lstrip_chars(self, _bytes_like(bytes))

    def rstrip(self, bytes=None):
        if bytes is None:
            return _rt.bytes_rstrip(self)
        return _rt.bytes_rstrip_chars(self, _bytes_like(bytes))

    def find(self, sub, start=None, end=None):
        n = _rt.bytes_len(self)
        if isinstance(sub, int):
            return _k.small_int(_rt.bytes_find_byte(self, _byte_value(sub), _start_bound(start, n), _end_bound(end, n)))
        return _k.small_int(_rt.bytes_find(self, _sub_bytes(sub), _start_bound(start, n), _end_bound(end, n)))

    def index(self, sub, start=None, end=None):
        i = self.find(sub, start, end)
        if i < 0:
            raise ValueError("subsection not found")
        return i

    def rfind(self, sub, start=None, end=None):
        n = _rt.bytes_len(self)
        if isinstance(sub, int):
            return _k.small_int(_rt.bytes_rfind_byte(self, _byte_value(sub), _start_bound(start, n), _end_bound(end, n)))
        return _k.small_int(_rt.bytes_rfind(self, _sub_bytes(sub), _start_bound(start, n), _end_bound(end, n)))

    def rindex(self, sub, start=None, end=None):
        i = self.rfind(sub, start, end)
        if i < 0:
            raise ValueError("subsection not found")
        return i

    def count(self, sub, start=None, end=None):
        n = _rt.bytes_len(self)
        if isinstance(sub, int):
            part = _rt.bytes_from_byte(_byte_value(sub))
        else:
            part = _sub_bytes(sub)
        return _k.small_int(_rt.bytes_count(self, part, _start_bound(start, n), _end_bound(end, n)))

    def startswith(self, prefix, start=None, end=None):
        n = _rt.bytes_len(self)
        if isinstance(prefix, tuple):
            for p in prefix:
                if _rt.bytes_startswith(self, _bytes_like(p), _start_bound(start, n), _end_bound(end, n)):
                    return True
            return False
        return _rt.bytes_startswith(self, _affix(prefix, "startswith"), _start_bound(start, n), _end_bound(end, n))

    def endswith(self, suffix, start=None, end=None):
        n = _rt.bytes_len(self)
        if isinstance(suffix, tuple):
            for p in suffix:
                if _rt.bytes_endswith(self, _bytes_like(p), _start_bound(start, n), _end_bound(end, n)):
                    return True
            return False
        return _rt.bytes_endswith(self, _affix(suffix, "endswith"), _start_bound(start, n), _end_bound(end, n))

    def replace(self, old, new, count=-1):
        return _rt.bytes_replace(self, _bytes_like(old), _bytes_like(new), _ssize(count))

    def zfill(self, width):
        return _rt.bytes_zfill(self, _width(width))

    def center(self, width, fillchar=b" "):
        return _rt.bytes_center(self, _width(width), _fill_byte(fillchar, "center"))

    def ljust(self, width, fillchar=b" "):
        return _rt.bytes_ljust(self, _width(width), _fill_byte(fillchar, "ljust"))

    def rjust(self, width, fillchar=b" "):
        return _rt.bytes_rjust(self, _width(width), _fill_byte(fillchar, "rjust"))

    def expandtabs(self, tabsize=8):
        return _rt.bytes_expandtabs(self, _tab_width(tabsize))

    def removeprefix(self, prefix):
        return _rt.bytes_removeprefix(self, _bytes_like(prefix))

    def removesuffix(self, suffix):
        return _rt.bytes_removesuffix(self, _bytes_like(suffix))

    def partition(self, sep):
        part = _bytes_like(sep)
        m = _rt.bytes_len(part)
        if m == 0:
            raise ValueError("empty separator")
        n = _rt.bytes_len(self)
        i = _rt.bytes_find(self, part, 0, n)
        if i < 0:
            return (self, b"", b"")
        return (_rt.bytes_substr(self, 0, i), part, _rt.bytes_substr(self, i + m, n))

    def rpartition(self, sep):
        part = _bytes_like(sep)
        m = _rt.bytes_len(part)
        if m == 0:
            raise ValueError("empty separator")
        n = _rt.bytes_len(self)
        i = _rt.bytes_rfind(self, part, 0, n)
        if i < 0:
            return (b"", b"", self)
        return (_rt.bytes_substr(self, 0, i), part, _rt.bytes_substr(self, i + m, n))

    def split(self, sep=None, maxsplit=-1):
        limit = _ssize(maxsplit)
        if sep is None:
            return _bytes_split_blank(self, limit)
        return _bytes_split(self, _bytes_like(sep), limit)

    def rsplit(self, sep=None, maxsplit=-1):
        limit = _ssize(maxsplit)
        if sep is None:
            return _bytes_rsplit_blank(self, limit)
        return _bytes_rsplit(self, _bytes_like(sep), limit)

    def splitlines(self, keepends=False):
        out = []
        start = _k.i64(0)
        n = _rt.bytes_len(self)
        while start < n:
            at = _rt.bytes_find_linebreak(self, start)
            if at < 0 or at >= n:
                out.append(_rt.bytes_substr(self, start, n))
                break
            after = at + _rt.bytes_linebreak_len(self, at)
            out.append(_rt.bytes_substr(self, start, after if keepends else at))
            start = after
        return out


def _bytes_like(x):
    if isinstance(x, bytes):
        return x
    if isinstance(x, _bytes_value):
        return x._krait_value
    if isinstance(x, bytearray) or isinstance(x, memoryview):
        return x.__bytes__()
    if _k.has_method(x, "_buffer_"):  # an array of the library
        return x._buffer_()
    _k.type_error("a bytes-like object is required, not '" + _k.type_name(x) + "'")


def _sub_bytes(x):
    if isinstance(x, bytes) or isinstance(x, bytearray) or isinstance(x, memoryview) or isinstance(x, _bytes_value):
        return _bytes_like(x)
    _k.type_error("argument should be integer or bytes-like object, not '" + _k.type_name(x) + "'")


def _affix(x, method):
    if isinstance(x, bytes) or isinstance(x, bytearray) or isinstance(x, memoryview) or isinstance(x, _bytes_value):
        return _bytes_like(x)
    _k.type_error(method + " first arg must be bytes or a tuple of bytes, not " + _k.type_name(x))


def _byte_value(n):
    if n < 0 or n > 255:
        raise ValueError("byte must be in range(0, 256)")
    return _ssize(n)


def _fill_byte(fillchar, method):
    if isinstance(fillchar, bytes) or isinstance(fillchar, bytearray):
        fill = _bytes_like(fillchar)
        if _rt.bytes_len(fill) == 1:
            return _rt.bytes_at(fill, 0)
    raise TypeError(method + "() argument 2 must be a byte string of length 1, not " + _k.type_name(fillchar))


def _bytes_split_blank(s, limit):
    out = []
    n = _rt.bytes_len(s)
    i = _rt.bytes_skip_whitespace(s, 0)
    while i < n:
        if limit == 0:
            out.append(_rt.bytes_substr(s, i, n))
            break
        end = _rt.bytes_find_whitespace(s, i)
        if end < 0:
            end = n
        out.append(_rt.bytes_substr(s, i, end))
        i = _rt.bytes_skip_whitespace(s, end)
        limit = limit - 1
    return out


def _bytes_split(s, sep, limit):
    m = _rt.bytes_len(sep)
    if m == 0:
        raise ValueError("empty separator")
    out = []
    n = _rt.bytes_len(s)
    i = _k.i64(0)
    while limit != 0:
        j = _rt.bytes_find(s, sep, i, n)
        if j < 0:
            break
        out.append(_rt.bytes_substr(s, i, j))
        i = j + m
        limit = limit - 1
    out.append(_rt.bytes_substr(s, i, n))
    return out


def _bytes_rsplit_blank(s, limit):
    out = []
    end = _rt.bytes_rskip_whitespace(s, _rt.bytes_len(s))
    while end > 0:
        if limit == 0:
            out.append(_rt.bytes_substr(s, 0, end))
            break
        i = _rt.bytes_rfind_whitespace(s, end)
        out.append(_rt.bytes_substr(s, i, end))
        end = _rt.bytes_rskip_whitespace(s, i)
        limit = limit - 1
    out.reverse()
    return out


def _bytes_rsplit(s, sep, limit):
    m = _rt.bytes_len(sep)
    if m == 0:
        raise ValueError("empty separator")
    out = []
    end = _rt.bytes_len(s)
    while limit != 0:
        j = _rt.bytes_rfind(s, sep, 0, end)
        if j < 0:
            break
        out.append(_rt.bytes_substr(s, j + m, end))
        end = j
        limit = limit - 1
    out.append(_rt.bytes_substr(s, 0, end))
    out.reverse()
    return out


class bytes_iterator:
    def __init__(self, data):
        self._data = data
        self._at = _k.i64(0)

    def __iter__(self):
        return self

    def _next_(self):
        i = self._at
        if i >= _rt.bytes_len(self._data):
            _k.stop()
        self._at = i + 1
        return _k.small_int(_rt.bytes_at(self._data, i))

    def __next__(self):
        return next(self)

    def __length_hint__(self):
        left = _rt.bytes_len(self._data) - self._at
        return _k.to_int(left) if left > 0 else 0


def _bytes_from_items(items):
    out = bytearray()
    for x in items:
        out._push(_item_byte(x, "bytes"))
    return out.__bytes__()


def _item_byte(x, kind):
    # An item of an iterable of numbers, as a byte.
    if isinstance(x, int):
        n = x
    elif _k.has_method(x, "__index__"):
        n = _as_index(x)
    else:
        raise TypeError("'" + _k.type_name(x) + "' object cannot be interpreted as an integer")
    if n < 0 or n > 255:
        if kind == "bytes":
            raise ValueError("bytes must be in range(0, 256)")
        raise ValueError("byte must be in range(0, 256)")
    return _ssize(n)


def _decode_failed(data, record):
    codec = _rt.codec_error_encoding(record)
    start = _k.to_int(_rt.codec_error_start(record))
    end = _k.to_int(_rt.codec_error_end(record))
    reason = _rt.codec_error_reason(record)
    _rt.codec_error_free(record)
    raise UnicodeDecodeError(codec, data, start, end, reason)
