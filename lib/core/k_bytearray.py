# bytearray: a growing buffer of bytes. What does not change it goes over a copy as bytes.


class bytearray:
    __fields__ = ("_buf", "_len", "_cap")
    __buffers__ = (("_buf", "", "_cap", ""),)

    def _begin(self):
        self._buf = _k.buf_new_i8(0)
        self._len = _k.i64(0)
        self._cap = _k.i64(0)

    def __init__(self, source=b"", encoding=None, errors=None):
        self._begin()
        self._fill_from(source, encoding, errors)

    # What a program's call of __init__ is.
    def _init_again(self, source=b"", encoding=None, errors=None):
        bytearray.clear(self)
        self._fill_from(source, encoding, errors)

    def _fill_from(self, source, encoding, errors):
        if isinstance(source, str):
            if encoding is None:
                raise TypeError("string argument without an encoding")
            self._extend_bytes(source.encode(encoding, "strict" if errors is None else errors))
        elif isinstance(source, _str_value):
            bytearray._fill_from(self, source._krait_value, encoding, errors)
        elif encoding is not None or errors is not None:
            _k.type_error("encoding without a string argument" if encoding is not None else "errors without a string argument")
        elif isinstance(source, int):
            n = _ssize(source)
            _rt.check_room(n, 1)
            if n < 0:
                raise ValueError("negative count")
            self._extend_bytes(_rt.bytes_zeros(n))
        elif isinstance(source, bytes) or isinstance(source, bytearray) or isinstance(source, memoryview):
            self._extend_bytes(_bytes_like(source))
        elif _k.has_method(source, "_buffer_"):
            self._extend_bytes(source._buffer_())
        elif _k.has_method(source, "__index__"):
            n = _ssize(source)
            if n < 0:
                raise ValueError("negative count")
            self._extend_bytes(_rt.bytes_zeros(n))
        else:
            for x in _iter_or(source, "cannot convert '" + _k.type_name(source) + "' object to bytearray"):
                self._push(_item_byte(x, "bytearray"))

    def _reserve(self, need):
        cap = self._cap
        if need > cap:
            new = cap + (cap >> 1) + 16
            if new < need:
                new = need
            self._buf = _k.buf_resize(self._buf, cap, new)
            self._cap = new

    def _push(self, byte):
        n = self._len
        if n == self._cap:
            self._reserve(n + 1)
        _k.buf_init(self._buf, n, byte)
        self._len = n + 1

    def _extend_bytes(self, data):
        n = self._len
        m = _rt.bytes_len(data)
        self._reserve(n + m)
        _rt.buf_store(self._buf, n, data)
        self._len = n + m

    def _part(self, start, stop, step):
        if step == 1:
            return _rt.bytes_from_part(self._buf, start, start if stop < start else stop)
        return _rt.bytes_slice(self.__bytes__(), start, stop, step)

    def _replace_by(self, data):
        self._len = _k.i64(0)
        self._extend_bytes(data)

    def _data(self):
        return self._buf

    def __bytes__(self):
        return _rt.bytes_from_buffer(self._buf, self._len)

    def __len__(self):
        return self._len

    def __repr__(self):
        return _k.type_name(self) + "(" + _rt.buf_bytes_repr(self._buf, self._len) + ")"

    def __hash__(self):
        raise TypeError("unhashable type: 'bytearray'")

    def __eq__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray) or isinstance(other, memoryview):
            return _rt.bytes_eq(self.__bytes__(), _bytes_like(other))
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray):
            return _rt.bytes_cmp(self.__bytes__(), _bytes_like(other)) < 0
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray):
            return _rt.bytes_cmp(self.__bytes__(), _bytes_like(other)) <= 0
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray):
            return _rt.bytes_cmp(self.__bytes__(), _bytes_like(other)) > 0
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray):
            return _rt.bytes_cmp(self.__bytes__(), _bytes_like(other)) >= 0
        return NotImplemented

    def __add__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray) or isinstance(other, memoryview):
            out = bytearray(self)
            out._extend_bytes(_bytes_like(other))
            return out
        return NotImplemented

    def __iadd__(self, other):
        if isinstance(other, bytes) or isinstance(other, bytearray) or isinstance(other, memoryview):
            self._extend_bytes(_bytes_like(other))
            return self
        raise TypeError("can't concat " + _k.type_name(other) + " to bytearray")

    def __mul__(self, times):
        if isinstance(times, int):
            n = _repeat_count(times)
            if n > 0:
                _rt.check_room(self._len, n)
            return bytearray(_rt.bytes_repeat(self.__bytes__(), n))
        if _k.has_method(times, "__index__"):
            return self.__mul__(_as_index(times))
        return NotImplemented

    def __rmul__(self, times):
        return self.__mul__(times)

    def __imul__(self, times):
        if isinstance(times, int):
            self._replace_by(_rt.bytes_repeat(self.__bytes__(), _repeat_count(times)))
            return self
        return NotImplemented

    def __mod__(self, values):
        return bytearray(self.__bytes__().__mod__(values))

    def __rmod__(self, template):
        return NotImplemented

    def __contains__(self, item):
        return self.__bytes__().__contains__(item)

    def __iter__(self):
        return bytearray_iterator(self)

    def __getitem__(self, index):
        if isinstance(index, int):
            i = _k.index(index)
            n = self._len
            if i < 0:
                i = i + n
            if not _k.i64_ult(i, n):
                raise IndexError("bytearray index out of range")
            return _k.small_int(_k.buf_get(self._buf, i))
        if isinstance(index, slice):
            start, stop, step = _slice_bounds(index, self._len)
            return bytearray(self._part(start, stop, step))
        if _k.has_method(index, "__index__"):
            return self[_as_index(index)]
        _k.type_error("bytearray indices must be integers or slices, not " + _k.type_name(index))

    def __setitem__(self, index, value):
        if isinstance(index, int):
            byte = _item_byte(value, "bytearray")
            i = _k.index(index)
            n = self._len
            if i < 0:
                i = i + n
            if not _k.i64_ult(i, n):
                raise IndexError("bytearray index out of range")
            _k.buf_init(self._buf, i, byte)
            return
        if isinstance(index, slice):
            self._set_slice(index, _assigned_bytes(value))
            return
        if _k.has_method(index, "__index__"):
            self[_as_index(index)] = value
            return
        _k.type_error("bytearray indices must be integers or slices, not " + _k.type_name(index))

    def _set_slice(self, s, data):
        start, stop, step = _slice_bounds(s, self._len)
        m = _rt.bytes_len(data)
        if step == 1:
            if stop < start:
                stop = start
            self._splice(start, stop, data)
            return
        count = _range_count(start, stop, step)
        if m == 0:
            self._delete_steps(start, step, count)
            return
        if m != count:
            raise ValueError("attempt to assign bytes of size " + str(_k.to_int(m)) + " to extended slice of size " + str(_k.to_int(count)))
        k = _k.i64(0)
        while k < m:
            _k.buf_init(self._buf, start + k * step, _rt.bytes_at(data, k))
            k = k + 1

    def _splice(self, start, stop, data):
        n = self._len
        m = _rt.bytes_len(data)
        new = n - (stop - start) + m
        self._reserve(new)
        _k.buf_move(self._buf, start + m, self._buf, stop, n - stop)
        _rt.buf_store(self._buf, start, data)
        self._len = new

    def _delete_steps(self, start, step, count):
        if step < 0:
            start = start + (count - 1) * step
            step = -step
        k = _k.i64(0)
        while k < count:
            at = start + k * step - k
            _k.buf_move(self._buf, at, self._buf, at + 1, self._len - at - 1)
            self._len = self._len - 1
            k = k + 1

    def __delitem__(self, index):
        if isinstance(index, int):
            i = _k.index(index)
            n = self._len
            if i < 0:
                i = i + n
            if not _k.i64_ult(i, n):
                raise IndexError("bytearray index out of range")
            self._splice(i, i + 1, b"")
            return
        if isinstance(index, slice):
            self._set_slice(index, b"")
            return
        if _k.has_method(index, "__index__"):
            del self[_as_index(index)]
            return
        _k.type_error("bytearray indices must be integers or slices, not " + _k.type_name(index))

    def append(self, item):
        self._push(_item_byte(item, "bytearray"))

    def extend(self, iterable):
        self._extend_bytes(bytearray(iterable).__bytes__())

    def insert(self, index, item):
        i = _clamp_index(index, self._len)
        self._splice(i, i, _rt.bytes_from_byte(_item_byte(item, "bytearray")))

    def pop(self, index=-1):
        n = self._len
        if n == 0:
            raise IndexError("pop from empty bytearray")
        i = _ssize(index)
        if i < 0:
            i = i + n
        if not _k.i64_ult(i, n):
            raise IndexError("pop index out of range")
        value = _k.small_int(_k.buf_get(self._buf, i))
        self._splice(i, i + 1, b"")
        return value

    def remove(self, value):
        i = _rt.bytes_find_byte(self.__bytes__(), _item_byte(value, "bytearray"), 0, self._len)
        if i < 0:
            raise ValueError("value not found in bytearray")
        self._splice(i, i + 1, b"")

    def clear(self):
        self._len = _k.i64(0)

    def copy(self):
        return bytearray(self)

    def reverse(self):
        self._replace_by(_rt.bytes_reverse(self.__bytes__()))

    def decode(self, encoding="utf-8", errors="strict"):
        return self.__bytes__().decode(encoding, errors)

    def hex(self, sep=_ABSENT, bytes_per_sep=1):
        return self.__bytes__().hex(sep, bytes_per_sep)

    @staticmethod
    def maketrans(frm, to):
        return bytes.maketrans(frm, to)

    @classmethod
    def fromhex(cls, string):
        return cls(bytes.fromhex(string))

    @staticmethod
    def maketrans(frm, to):
        return bytes.maketrans(frm, to)

    def join(self, iterable_of_bytes):
        return bytearray(self.__bytes__().join(iterable_of_bytes))

    def find(self, sub, start=None, end=None):
        return self.__bytes__().find(sub, start, end)

    def rfind(self, sub, start=None, end=None):
        return self.__bytes__().rfind(sub, start, end)

    def index(self, sub, start=None, end=None):
        return self.__bytes__().index(sub, start, end)

    def rindex(self, sub, start=None, end=None):
        return self.__bytes__().rindex(sub, start, end)

    def count(self, sub, start=None, end=None):
        return self.__bytes__().count(sub, start, end)

    def startswith(self, prefix, start=None, end=None):
        return self.__bytes__().startswith(prefix, start, end)

    def endswith(self, suffix, start=None, end=None):
        return self.__bytes__().endswith(suffix, start, end)

    def replace(self, old, new, count=-1):
        return bytearray(self.__bytes__().replace(old, new, count))

    def translate(self, table, delete=b""):
        return bytearray(self.__bytes__().translate(table, delete))

    def strip(self, bytes=None):
        return bytearray(self.__bytes__().strip(bytes))

    def lstrip(self, bytes=None):
        return bytearray(self.__bytes__().lstrip(bytes))

    def rstrip(self, bytes=None):
        return bytearray(self.__bytes__().rstrip(bytes))

    def split(self, sep=None, maxsplit=-1):
        return _bytearrays(self.__bytes__().split(sep, maxsplit))

    def rsplit(self, sep=None, maxsplit=-1):
        return _bytearrays(self.__bytes__().rsplit(sep, maxsplit))

    def splitlines(self, keepends=False):
        return _bytearrays(self.__bytes__().splitlines(keepends))

    def partition(self, sep):
        a, b, c = self.__bytes__().partition(sep)
        return (bytearray(a), bytearray(b), bytearray(c))

    def rpartition(self, sep):
        a, b, c = self.__bytes__().rpartition(sep)
        return (bytearray(a), bytearray(b), bytearray(c))

    def upper(self):
        return bytearray(self.__bytes__().upper())

    def lower(self):
        return bytearray(self.__bytes__().lower())

    def title(self):
        return bytearray(self.__bytes__().title())

    def capitalize(self):
        return bytearray(self.__bytes__().capitalize())

    def swapcase(self):
        return bytearray(self.__bytes__().swapcase())

    def center(self, width, fillchar=b" "):
        return bytearray(self.__bytes__().center(width, fillchar))

    def ljust(self, width, fillchar=b" "):
        return bytearray(self.__bytes__().ljust(width, fillchar))

    def rjust(self, width, fillchar=b" "):
        return bytearray(self.__bytes__().rjust(width, fillchar))

    def zfill(self, width):
        return bytearray(self.__bytes__().zfill(width))

    def expandtabs(self, tabsize=8):
        return bytearray(self.__bytes__().expandtabs(tabsize))

    def removeprefix(self, prefix):
        return bytearray(self.__bytes__().removeprefix(prefix))

    def removesuffix(self, suffix):
        return bytearray(self.__bytes__().removesuffix(suffix))

    def isalpha(self):
        return self.__bytes__().isalpha()

    def isdigit(self):
        return self.__bytes__().isdigit()

    def isalnum(self):
        return self.__bytes__().isalnum()

    def isspace(self):
        return self.__bytes__().isspace()

    def isupper(self):
        return self.__bytes__().isupper()

    def islower(self):
        return self.__bytes__().islower()

    def istitle(self):
        return self.__bytes__().istitle()

    def isascii(self):
        return self.__bytes__().isascii()


def _bytearrays(parts):
    out = []
    for p in parts:
        out.append(bytearray(p))
    return out


def _assigned_bytes(value):
    if isinstance(value, int):
        raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    return bytearray(value).__bytes__()


class bytearray_iterator:
    def __init__(self, data):
        self._data = data
        self._at = _k.i64(0)

    def __iter__(self):
        return self

    def _next_(self):
        i = self._at
        data = self._data
        if i >= data._len:
            self._at = _k.i64(4611686018427387903)
            _k.stop()
        self._at = i + 1
        return _k.small_int(_k.buf_get(data._buf, i))

    def __next__(self):
        return next(self)

    def __length_hint__(self):
        left = self._data._len - self._at
        return _k.to_int(left) if left > 0 else 0


class memoryview:
    # A view of bytes or a bytearray as unsigned bytes.
    def __init__(self, object):
        self._released = False
        self._hash_value = _k.i64(-1)
        if isinstance(object, memoryview):
            object._check()
            self._obj = object._obj
            self._start = object._start
            self._step = object._step
            self._count = object._count
            self._readonly = object._readonly
        else:
            data = _plain(object)
            if not (isinstance(data, bytes) or isinstance(data, bytearray)):
                _k.type_error("memoryview: a bytes-like object is required, not '" + _k.type_name(object) + "'")
            self._obj = data
            self._start = 0
            self._step = 1
            self._count = len(object)
            self._readonly = isinstance(object, bytes)

    def _check(self):
        if self._released:
            raise ValueError("operation forbidden on released memoryview object")

    def __len__(self):
        self._check()
        return self._count

    def __getitem__(self, index):
        self._check()
        if isinstance(index, int):
            return self._obj[self._place(index)]
        if isinstance(index, slice):
            start, stop, step = index.indices(self._count)
            out = memoryview(self)
            out._start = self._start + start * self._step
            out._step = self._step * step
            out._count = len(range(start, stop, step))
            return out
        if _k.has_method(index, "__index__"):
            place = self._place(_as_index(index))
            self._check()
            return self._obj[place]
        _k.type_error("memoryview: invalid slice key")

    def _place(self, index):
        i = index
        if i < 0:
            i = i + self._count
        if i < 0 or i >= self._count:
            raise IndexError("index out of bounds on dimension 1")
        return self._start + i * self._step

    def __setitem__(self, index, value):
        self._check()
        target = self._obj
        if self._readonly:
            raise TypeError("cannot modify read-only memory")
        if isinstance(index, int) or _k.has_method(index, "__index__"):
            place = self._place(_as_index(index))
            if not (isinstance(value, int) or _k.has_method(value, "__index__")):
                raise TypeError("memoryview: invalid type for format 'B'")
            number = _as_index(value)
            # __index__ of the value may have released the view.
            self._check()
            if number < 0 or number > 255:
                raise ValueError("memoryview: invalid value for format 'B'")
            if isinstance(target, bytearray):
                target[place] = number
            return
        part = self[index]
        data = _bytes_like(value)
        if len(data) != part._count:
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        if isinstance(target, bytearray):
            if part._step == 1:
                target[part._start:part._start + part._count] = data
                return
            i = 0
            while i < part._count:
                target[part._place(i)] = data[i]
                i = i + 1

    def __delitem__(self, index):
        raise TypeError("cannot delete memory")

    def __iter__(self):
        return iter(self.tolist())

    def __bytes__(self):
        return self.tobytes()

    def __eq__(self, other):
        if isinstance(other, memoryview):
            if self._released or other._released:
                return _k.same(self, other)
            return _rt.bytes_eq(self.tobytes(), other.tobytes())
        if isinstance(other, bytes) or isinstance(other, bytearray):
            return not self._released and _rt.bytes_eq(self.tobytes(), _bytes_like(other))
        return NotImplemented

    def __hash__(self):
        # Kept: a released view still has the hash that it had.
        if self._hash_value == -1:
            self._check()
            if not self._readonly:
                raise ValueError("cannot hash writable memoryview object")
            self._hash_value = _hash(self.tobytes())
        return self._hash_value

    def __repr__(self):
        return ("<released memory at " if self._released else "<memory at ") + hex(_k.to_int(_k.address(self))) + ">"

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, traceback):
        self.release()

    def release(self):
        self._released = True
        # Nothing of the object, which so knows that this view is gone.
        self._obj = self._obj[:0]

    def toreadonly(self):
        out = memoryview(self)
        out._readonly = True
        return out

    def tobytes(self, order="C"):
        self._check()
        if self._step == 1:
            return bytes(self._obj[self._start:self._start + self._count])
        return bytes(self.tolist())

    def tolist(self):
        self._check()
        out = []
        i = 0
        while i < self._count:
            out.append(self._obj[self._start + i * self._step])
            i = i + 1
        return out

    def hex(self, sep=_ABSENT, bytes_per_sep=1):
        return self.tobytes().hex(sep, bytes_per_sep)

    @property
    def obj(self):
        self._check()
        return self._obj

    @property
    def readonly(self):
        self._check()
        return self._readonly

    @property
    def nbytes(self):
        self._check()
        return self._count

    @property
    def itemsize(self):
        self._check()
        return 1

    @property
    def ndim(self):
        self._check()
        return 1

    @property
    def format(self):
        self._check()
        return "B"

    @property
    def shape(self):
        self._check()
        return (self._count,)

    @property
    def strides(self):
        self._check()
        return (self._step,)

    @property
    def suboffsets(self):
        self._check()
        return ()

    @property
    def contiguous(self):
        self._check()
        return self._step == 1 or self._count < 2

    @property
    def c_contiguous(self):
        return self.contiguous

    @property
    def f_contiguous(self):
        return self.contiguous
