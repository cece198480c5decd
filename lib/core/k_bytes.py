# bytes: methods over the runtime's functions.


class bytes:
    def __new__(cls, source=b"", encoding=None, errors=None):
        if isinstance(source, bytes):
            return source
        if isinstance(source, str):
            if encoding is None:
                raise TypeError("string argument without an encoding")
            return source.encode(encoding, "strict" if errors is None else errors)
        if isinstance(source, int):
            n = _k.index(source)
            if n < 0:
                raise ValueError("negative count")
            return _rt.bytes_zeros(n)
        if _k.has_method(source, "__bytes__"):
            return source.__bytes__()
        return _bytes_from_items(source)

    def __repr__(self):
        return _rt.bytes_repr(self)

    def __len__(self):
        return _rt.bytes_len(self)

    def __bool__(self):
        return _rt.bytes_len(self) != 0

    def __hash__(self):
        return _rt.bytes_hash(self)

    def __eq__(self, other):
        if isinstance(other, bytes):
            return _rt.bytes_eq(self, other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, bytes):
            return _rt.bytes_cmp(self, other) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, bytes):
            return _rt.bytes_cmp(self, other) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, bytes):
            return _rt.bytes_cmp(self, other) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, bytes):
            return _rt.bytes_cmp(self, other) >= 0
        return NotImplemented

    def __add__(self, other):
        if isinstance(other, bytes):
            return _rt.bytes_concat(self, other)
        return NotImplemented

    def __mul__(self, times):
        if isinstance(times, int):
            return _rt.bytes_repeat(self, _k.index(times))
        return NotImplemented

    def __rmul__(self, times):
        return self.__mul__(times)

    def __contains__(self, item):
        if isinstance(item, bytes):
            return _rt.bytes_contains(self, item)
        if isinstance(item, int):
            if item < 0 or item > 255:
                raise ValueError("byte must be in range(0, 256)")
            return _rt.bytes_find_byte(self, _k.index(item), 0, _rt.bytes_len(self)) >= 0
        _k.type_error("a bytes-like object is required, not '" + _k.type_name(item) + "'")

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
        _k.type_error("byte indices must be integers or slices, not " + _k.type_name(index))

    def __iter__(self):
        return _bytes_iterator(self)

    def decode(self, encoding="utf-8", errors="strict"):
        codec = _codec_of(encoding)
        handler = _handler_of(errors)
        record = _rt.codec_error_new()
        text = _rt.bytes_decode(self, codec, handler, record)
        if _rt.codec_error_failed(record):
            _decode_failed(self, record)
        _rt.codec_error_free(record)
        return text

    def hex(self, sep=None, bytes_per_sep=1):
        if sep is None:
            return _rt.bytes_hex(self)
        if _rt.str_len(sep) != 1:
            raise ValueError("sep must be length 1.")
        return _rt.bytes_hex_sep(self, _rt.str_ord_at(sep, 0), _k.index(bytes_per_sep))

    @classmethod
    def fromhex(cls, text):
        return _rt.bytes_fromhex(text)

    def join(self, iterable):
        out = b""
        first = True
        for x in iterable:
            if not isinstance(x, bytes):
                _k.type_error("sequence item: expected a bytes-like object, " + _k.type_name(x) + " found")
            if not first:
                out = _rt.bytes_concat(out, self)
            first = False
            out = _rt.bytes_concat(out, x)
        return out

    def replace(self, old, new, count=-1):
        return _rt.bytes_replace(self, old, new, _k.index(count))

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

    def strip(self, chars=None):
        if chars is None:
            return _rt.bytes_strip(self)
        return _rt.bytes_strip_chars(self, chars)

    def lstrip(self, chars=None):
        if chars is None:
            return _rt.bytes_lstrip(self)
        return _rt.bytes_lstrip_chars(self, chars)

    def rstrip(self, chars=None):
        if chars is None:
            return _rt.bytes_rstrip(self)
        return _rt.bytes_rstrip_chars(self, chars)

    def find(self, sub, start=None, end=None):
        n = _rt.bytes_len(self)
        if isinstance(sub, int):
            return _k.small_int(_rt.bytes_find_byte(self, _k.index(sub), _bound(start, 0, n), _bound(end, n, n)))
        return _k.small_int(_rt.bytes_find(self, sub, _bound(start, 0, n), _bound(end, n, n)))

    def index(self, sub, start=None, end=None):
        i = self.find(sub, start, end)
        if i < 0:
            raise ValueError("subsection not found")
        return i

    def rfind(self, sub, start=None, end=None):
        n = _rt.bytes_len(self)
        if isinstance(sub, int):
            return _k.small_int(_rt.bytes_rfind_byte(self, _k.index(sub), _bound(start, 0, n), _bound(end, n, n)))
        return _k.small_int(_rt.bytes_rfind(self, sub, _bound(start, 0, n), _bound(end, n, n)))

    def rindex(self, sub, start=None, end=None):
        i = self.rfind(sub, start, end)
        if i < 0:
            raise ValueError("subsection not found")
        return i

    def startswith(self, part, start=None, end=None):
        n = _rt.bytes_len(self)
        if isinstance(part, tuple):
            for p in part:
                if _rt.bytes_startswith(self, p, _bound(start, 0, n), _bound(end, n, n)):
                    return True
            return False
        return _rt.bytes_startswith(self, part, _bound(start, 0, n), _bound(end, n, n))

    def endswith(self, part, start=None, end=None):
        n = _rt.bytes_len(self)
        if isinstance(part, tuple):
            for p in part:
                if _rt.bytes_endswith(self, p, _bound(start, 0, n), _bound(end, n, n)):
                    return True
            return False
        return _rt.bytes_endswith(self, part, _bound(start, 0, n), _bound(end, n, n))

    def count(self, sub, start=None, end=None):
        n = _rt.bytes_len(self)
        return _k.small_int(_rt.bytes_count(self, sub, _bound(start, 0, n), _bound(end, n, n)))

    def zfill(self, width):
        return _rt.bytes_zfill(self, _k.index(width))

    def removeprefix(self, prefix):
        return _rt.bytes_removeprefix(self, prefix)

    def removesuffix(self, suffix):
        return _rt.bytes_removesuffix(self, suffix)

    def split(self, sep=None, maxsplit=-1):
        limit = _k.index(maxsplit)
        out = []
        n = _rt.bytes_len(self)
        if sep is None:
            i = _rt.bytes_skip_whitespace(self, 0)
            while i < n:
                if limit == 0:
                    out.append(_rt.bytes_substr(self, i, _rt.bytes_rskip_whitespace(self, n)))
                    break
                end = _rt.bytes_find_whitespace(self, i)
                out.append(_rt.bytes_substr(self, i, end))
                i = _rt.bytes_skip_whitespace(self, end)
                limit = limit - 1
            return out
        m = _rt.bytes_len(sep)
        if m == 0:
            raise ValueError("empty separator")
        i = _k.i64(0)
        while limit != 0:
            j = _rt.bytes_find(self, sep, i, n)
            if j < 0:
                break
            out.append(_rt.bytes_substr(self, i, j))
            i = j + m
            limit = limit - 1
        out.append(_rt.bytes_substr(self, i, n))
        return out


class _bytes_iterator:
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


def _bytes_from_items(items):
    n = _k.i64(0)
    capacity = _k.i64(16)
    buf = _k.buf_new_i8(16)
    for x in items:
        if x < 0 or x > 255:
            _k.buf_free(buf, capacity)
            raise ValueError("bytes must be in range(0, 256)")
        if n == capacity:
            buf = _k.buf_resize(buf, capacity, capacity * 2)
            capacity = capacity * 2
        _k.buf_init(buf, n, _k.index(x))
        n = n + 1
    out = _rt.bytes_from_buffer(buf, n)
    _k.buf_free(buf, capacity)
    return out


def _decode_failed(data, record):
    codec = _rt.codec_error_encoding(record)
    start = _k.to_int(_rt.codec_error_start(record))
    end = _k.to_int(_rt.codec_error_end(record))
    reason = _rt.codec_error_reason(record)
    _rt.codec_error_free(record)
    raise UnicodeDecodeError(codec, data, start, end, reason)
