# tuple: the methods of tuples of known length (kept by value), and the heap form for any length.


class tuple:
    def __new__(cls, iterable=()):
        if isinstance(iterable, tuple):
            if _k.has_method(iterable, "_asdict"):
                return iterable[:]  # of a named tuple a plain one
            return iterable
        out = []
        out.extend(iterable)
        return _tuple_from_list(out)

    def __len__(self):
        return _k.tuple_len(self)

    def __iter__(self):
        return _tuple_iterator(self)

    def __getitem__(self, index):
        if isinstance(index, int):
            i = _k.index(index)
            if i < 0:
                i = i + _k.tuple_len(self)
            if not _k.i64_ult(i, _k.tuple_len(self)):
                raise IndexError("tuple index out of range")
            return _k.tuple_get(self, i)
        if isinstance(index, slice):
            start, stop, step = _slice_bounds(index, _k.tuple_len(self))
            out = []
            count = _range_count(start, stop, step)
            k = _k.i64(0)
            while k < count:
                out.append(_k.tuple_get(self, start))
                start = start + step
                k = k + 1
            return _tuple_from_list(out)
        if _k.has_method(index, "__index__"):
            return self[_as_index(index)]
        _k.type_error("tuple indices must be integers or slices, not " + _k.type_name(index))

    def __contains__(self, x):
        i = _k.i64(0)
        n = _k.tuple_len(self)
        while i < n:
            if _k.tuple_apply("_item_eq", self, i, x):
                return True
            i = i + 1
        return False

    def index(self, x, start=0, stop=9223372036854775807):
        i = _clamp_index(start, _k.tuple_len(self))
        n = _clamp_index(stop, _k.tuple_len(self))
        while i < n:
            if _k.tuple_apply("_item_eq", self, i, x):
                return _k.small_int(i)
            i = i + 1
        raise ValueError("tuple.index(x): x not in tuple")

    def count(self, x):
        i = _k.i64(0)
        n = _k.tuple_len(self)
        total = _k.i64(0)
        while i < n:
            if _k.tuple_apply("_item_eq", self, i, x):
                total = total + 1
            i = i + 1
        return _k.small_int(total)

    def __hash__(self):
        h = _rt.tuple_hash_begin()
        i = _k.i64(0)
        n = _k.tuple_len(self)
        while i < n:
            h = _rt.tuple_hash_step(h, _k.tuple_apply("_hash", self, i))
            i = i + 1
        return _rt.tuple_hash_end(h, n)

    def __eq__(self, other):
        if isinstance(other, tuple):
            n = len(self)
            if n != len(other):
                return False
            i = _k.i64(0)
            while i < n:
                if not _tuple_item_eq(self, other, i):
                    return False
                i = i + 1
            return True
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, tuple):
            i = _tuple_compare(self, other)
            if i >= len(self) or i >= len(other):
                return len(self) < len(other)
            if isinstance(self, vtuple) or isinstance(other, vtuple):
                return _item_lt(_tuple_at(self, i), _tuple_at(other, i))
            return _k.tuple_apply2("_item_lt", self, other, i)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, tuple):
            i = _tuple_compare(self, other)
            if i >= len(self) or i >= len(other):
                return len(self) <= len(other)
            if isinstance(self, vtuple) or isinstance(other, vtuple):
                return _item_le(_tuple_at(self, i), _tuple_at(other, i))
            return _k.tuple_apply2("_item_le", self, other, i)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, tuple):
            i = _tuple_compare(self, other)
            if i >= len(self) or i >= len(other):
                return len(self) > len(other)
            if isinstance(self, vtuple) or isinstance(other, vtuple):
                return _item_gt(_tuple_at(self, i), _tuple_at(other, i))
            return _k.tuple_apply2("_item_gt", self, other, i)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, tuple):
            i = _tuple_compare(self, other)
            if i >= len(self) or i >= len(other):
                return len(self) >= len(other)
            if isinstance(self, vtuple) or isinstance(other, vtuple):
                return _item_ge(_tuple_at(self, i), _tuple_at(other, i))
            return _k.tuple_apply2("_item_ge", self, other, i)
        return NotImplemented

    def __add__(self, other):
        if isinstance(other, tuple):
            out = []
            out.extend(self)
            out.extend(other)
            return _tuple_from_list(out)
        if isinstance(other, _tuple_value):
            return self + other._krait_value
        return NotImplemented

    def __mul__(self, times):
        if isinstance(times, int):
            out = []
            out.extend(self)
            return _tuple_from_list(out * times)
        if _k.has_method(times, "__index__"):
            return self.__mul__(_as_index(times))
        return NotImplemented

    def __rmul__(self, times):
        return tuple.__mul__(self, times)

    def __repr__(self):
        n = _k.tuple_len(self)
        if n == 0:
            return "()"
        key = _tuple_repr_key(self)
        if key != 0 and _rt.repr_enter_key(key):
            return "(...)"
        try:
            return self._show()
        finally:
            if key != 0:
                _rt.repr_leave_key(key)

    def _show(self):
        n = _k.tuple_len(self)
        out = _rt.strbuf_new()
        whole = False
        try:
            _rt.strbuf_add_char(out, 40)
            i = _k.i64(0)
            while i < n:
                if i > 0:
                    _rt.strbuf_add_str(out, ", ")
                _rt.strbuf_add_str(out, _k.tuple_apply("_repr_of", self, i))
                i = i + 1
            whole = True
        finally:
            if not whole:
                _rt.strbuf_free(out)
        if n == 1:
            _rt.strbuf_add_char(out, 44)
        _rt.strbuf_add_char(out, 41)
        return _rt.strbuf_finish(out)


# A tuple has no address of its own: in a repr it is known by those of what it refers to. 0 if
# nothing in it can contain the tuple.
def _tuple_repr_key(t):
    key = _k.i64(0)
    i = _k.i64(0)
    while i < _k.tuple_len(t):
        item = _k.tuple_apply("_repr_key", t, i)
        if item != 0:
            # One more level of tuples is one more product.
            key = key ^ ((item + i) * 2685821657736338717)
        i = i + 1
    return key


def _repr_key(x):
    if x is None or isinstance(x, (int, float, complex, str, bytes)):
        return _k.i64(0)
    if isinstance(x, tuple) and not isinstance(x, vtuple):
        return _tuple_repr_key(x)
    return _k.address(x)


def _tuple_at(t, i):
    if isinstance(t, vtuple):
        return _k.buf_get(t._buf, i)
    return _k.tuple_get(t, i)


def _tuple_item_eq(a, b, i):
    if isinstance(a, vtuple) or isinstance(b, vtuple):
        return _item_eq(_tuple_at(a, i), _tuple_at(b, i))
    return _k.tuple_apply2("_item_eq", a, b, i)


def _item_lt(a, b):
    return True if a < b else False


def _item_le(a, b):
    return True if a <= b else False


def _item_gt(a, b):
    return True if a > b else False


def _item_ge(a, b):
    return True if a >= b else False


def _tuple_compare(a, b):
    i = _k.i64(0)
    while i < len(a) and i < len(b):
        if not _tuple_item_eq(a, b, i):
            return i
        i = i + 1
    return i


class _tuple_iterator:
    __generic__ = True

    def __init__(self, items):
        self._items = items
        self._at = _k.i64(0)

    def __iter__(self):
        return self

    def _next_(self):
        i = self._at
        if i >= _k.tuple_len(self._items):
            _k.stop()
        self._at = i + 1
        return _k.tuple_get(self._items, i)

    def __next__(self):
        return next(self)

    def __length_hint__(self):
        left = _k.tuple_len(self._items) - self._at
        return _k.to_int(left) if left > 0 else 0


class vtuple(tuple):
    __generic__ = True
    __fields__ = ("_buf", "_len")
    __buffers__ = (("_buf", "_len", "_len", "backwards"),)

    def __new__(cls, items):
        # Takes the items of a list that nobody else has.
        self = _k.new(cls)
        n = items._len
        self._buf = _k.buf_new(n)
        self._len = n
        _k.buf_copy(self._buf, 0, items._buf, 0, n)
        return self

    def __len__(self):
        return self._len

    def __iter__(self):
        return _list_iterator(self)

    def __getitem__(self, index):
        if isinstance(index, int):
            i = _k.index(index)
            n = self._len
            if i < 0:
                i = i + n
            if not _k.i64_ult(i, n):
                raise IndexError("tuple index out of range")
            return _k.buf_get(self._buf, i)
        if isinstance(index, slice):
            start, stop, step = _slice_bounds(index, self._len)
            out = []
            count = _range_count(start, stop, step)
            k = _k.i64(0)
            while k < count:
                out.append(_k.buf_get(self._buf, start))
                start = start + step
                k = k + 1
            return _tuple_from_list(out)
        if _k.has_method(index, "__index__"):
            return self[_as_index(index)]
        _k.type_error("tuple indices must be integers or slices, not " + _k.type_name(index))

    def __contains__(self, x):
        i = _k.i64(0)
        while i < self._len:
            if _item_eq(_k.buf_get(self._buf, i), x):
                return True
            i = i + 1
        return False

    def index(self, x, start=0, stop=9223372036854775807):
        i = _clamp_index(start, self._len)
        n = _clamp_index(stop, self._len)
        while i < n:
            if _item_eq(_k.buf_get(self._buf, i), x):
                return _k.small_int(i)
            i = i + 1
        raise ValueError("tuple.index(x): x not in tuple")

    def count(self, x):
        i = _k.i64(0)
        total = _k.i64(0)
        while i < self._len:
            if _item_eq(_k.buf_get(self._buf, i), x):
                total = total + 1
            i = i + 1
        return _k.small_int(total)

    def __hash__(self):
        h = _rt.tuple_hash_begin()
        i = _k.i64(0)
        while i < self._len:
            h = _rt.tuple_hash_step(h, _hash(_k.buf_get(self._buf, i)))
            i = i + 1
        return _rt.tuple_hash_end(h, self._len)

    def __repr__(self):
        n = self._len
        if n == 0:
            return "()"
        if _rt.repr_enter(self):
            return "(...)"
        try:
            return self._show()
        finally:
            _rt.repr_leave(self)

    def _show(self):
        n = self._len
        out = _rt.strbuf_new()
        whole = False
        try:
            _rt.strbuf_add_char(out, 40)
            i = _k.i64(0)
            while i < n:
                if i > 0:
                    _rt.strbuf_add_str(out, ", ")
                _rt.strbuf_add_str(out, repr(_k.buf_get(self._buf, i)))
                i = i + 1
            whole = True
        finally:
            if not whole:
                _rt.strbuf_free(out)
        if n == 1:
            _rt.strbuf_add_char(out, 44)
        _rt.strbuf_add_char(out, 41)
        return _rt.strbuf_finish(out)


def _tuple_from_list(items):
    return vtuple(items)


def _unpack(iterable, count):
    # The items of an unpacking assignment, exactly `count`.
    if isinstance(iterable, list) and not _k.copy_defines(iterable, "__iter__"):
        items = iterable
    else:
        items = []
        for x in iterable:
            if items._len == count:
                raise ValueError("too many values to unpack (expected " + str(_k.to_int(count)) + ")")
            items.append(x)
    if items._len > count:
        raise ValueError("too many values to unpack (expected " + str(_k.to_int(count)) + ")")
    if items._len < count:
        raise ValueError("not enough values to unpack (expected " + str(_k.to_int(count)) + ", got " + str(_k.to_int(items._len)) + ")")
    return items


def _unpack_star(iterable, before, after):
    items = []
    if _k.copy_is_program(iterable):
        # An iterator may begin again in __iter__, which CPython calls twice.
        it = _iter(iterable)
        if before > 0:
            for x in _k.rest(it):
                items.append(x)
                if items._len == before:
                    break
        if items._len == before:
            items.extend(it)
    else:
        items.extend(iterable)
    if items._len < before + after:
        raise ValueError("not enough values to unpack (expected at least " + str(_k.to_int(before + after)) + ", got " + str(_k.to_int(items._len)) + ")")
    return items


def _star_rest(items, before, after):
    out = []
    i = before
    end = items._len - after
    while i < end:
        out.append(_k.buf_get(items._buf, i))
        i = i + 1
    return out
