# list: a growing buffer of items.


class list:
    __generic__ = True
    __fields__ = ("_buf", "_len", "_cap")
    __buffers__ = (("_buf", "_len", "_cap", "backwards"),)

    def _begin(self):
        self._buf = _k.buf_null()
        self._len = _k.i64(0)
        self._cap = _k.i64(0)

    def __init__(self, iterable=()):
        self._begin()
        list.extend(self, iterable)

    # What a program's call of __init__ is.
    def _init_again(self, iterable=()):
        list.clear(self)
        list.extend(self, iterable)

    def _grow(self, need):
        cap = self._cap
        # By one half; twice as large while that is little memory, since copying costs more than it.
        new = cap + (cap if cap < 65536 else cap >> 1) + 4
        if new < need:
            new = need
        self._buf = _k.buf_resize(self._buf, cap, new)
        self._cap = new

    def append(self, x):
        n = self._len
        if n == self._cap:
            self._grow(n + 1)
        _k.buf_init(self._buf, n, x)
        self._len = n + 1

    def __len__(self):
        return self._len

    def __getitem__(self, index):
        if isinstance(index, int):
            i = _k.index(index)
            n = self._len
            if i < 0:
                i = i + n
            if not _k.i64_ult(i, n):
                raise IndexError("list index out of range")
            return _k.buf_get(self._buf, i)
        if isinstance(index, slice):
            return self._slice(index)
        if _k.has_method(index, "__index__"):
            return list.__getitem__(self, _as_index(index))
        _k.type_error("list indices must be integers or slices, not " + _k.type_name(index))

    def _slice(self, s):
        start, stop, step = _slice_bounds(s, self._len)
        out = []
        count = _range_count(start, stop, step)
        if count == 0:
            return out
        out._grow(count)
        if step == 1:
            _k.buf_copy(out._buf, 0, self._buf, start, count)
            out._len = count
            return out
        k = _k.i64(0)
        while k < count:
            _k.buf_init(out._buf, k, _k.buf_get(self._buf, start))
            start = start + step
            k = k + 1
            out._len = k
        return out

    def __setitem__(self, index, value):
        if isinstance(index, int):
            i = _k.index(index)
            n = self._len
            if i < 0:
                i = i + n
            if not _k.i64_ult(i, n):
                raise IndexError("list assignment index out of range")
            _k.buf_set(self._buf, i, value)
            return
        if isinstance(index, slice):
            self._set_slice(index, value)
            return
        if _k.has_method(index, "__index__"):
            list.__setitem__(self, _as_index(index), value)
            return
        _k.type_error("list indices must be integers or slices, not " + _k.type_name(index))

    def _set_slice(self, s, value):
        items = []
        items.extend(value)
        start, stop, step = _slice_bounds(s, self._len)
        if step == 1:
            if stop < start:
                stop = start
            self._splice(start, stop, items)
            return
        count = _range_count(start, stop, step)
        if items._len != count:
            raise ValueError("attempt to assign sequence of size " + str(_k.to_int(items._len)) + " to extended slice of size " + str(_k.to_int(count)))
        if count == 0:
            return
        old = []
        old._grow(count)
        k = _k.i64(0)
        while k < count:
            _k.buf_init(old._buf, count - 1 - k, _k.buf_take(self._buf, start))  # the first dies first
            _k.buf_init(self._buf, start, _k.buf_get(items._buf, k))
            start = start + step
            k = k + 1
        # What dies with `old` may look at this list.
        old._len = count

    def _splice(self, start, stop, items):
        # Replaces [start, stop) by the items of another list.
        old = []
        if stop > start:
            old._grow(stop - start)
        k = start
        while k < stop:
            _k.buf_init(old._buf, k - start, _k.buf_take(self._buf, k))
            k = k + 1
        n = self._len
        m = items._len
        new = n - (stop - start) + m
        if new > self._cap:
            self._grow(new)
        _k.buf_move(self._buf, start + m, self._buf, stop, n - stop)
        _k.buf_copy(self._buf, start, items._buf, 0, m)
        self._len = new
        # What dies with `old` may look at this list.
        old._len = stop - start

    def __delitem__(self, index):
        if isinstance(index, int):
            i = _k.index(index)
            n = self._len
            if i < 0:
                i = i + n
            if not _k.i64_ult(i, n):
                raise IndexError("list assignment index out of range")
            self._remove_at(i)
            return
        if isinstance(index, slice):
            start, stop, step = _slice_bounds(index, self._len)
            if step == 1:
                if stop > start:
                    empty = []
                    self._splice(start, stop, empty)
                return
            count = _range_count(start, stop, step)
            if step < 0:
                start = start + (count - 1) * step
                step = -step
            if count > 0:
                self._remove_every(start, step, count)
            return
        if _k.has_method(index, "__index__"):
            list.__delitem__(self, _as_index(index))
            return
        _k.type_error("list indices must be integers or slices, not " + _k.type_name(index))

    def _remove_every(self, start, step, count):
        old = []
        old._grow(count)
        n = self._len
        k = _k.i64(0)
        while k < count:
            at = start + k * step
            _k.buf_init(old._buf, count - 1 - k, _k.buf_take(self._buf, at))
            end = at + step
            if k == count - 1 or end > n:
                end = n
            _k.buf_move(self._buf, at - k, self._buf, at + 1, end - at - 1)
            k = k + 1
        self._len = n - count
        # What dies with `old` may look at this list.
        old._len = count

    def _remove_at(self, i):
        x = _k.buf_take(self._buf, i)
        n = self._len - 1
        _k.buf_move(self._buf, i, self._buf, i + 1, n - i)
        self._len = n
        _k.keep(x)  # what its death runs sees the list without it
        return x

    def pop(self, index=-1):
        n = self._len
        if n == 0:
            raise IndexError("pop from empty list")
        i = _ssize(index)
        if i < 0:
            i = i + n
        if not _k.i64_ult(i, n):
            raise IndexError("pop index out of range")
        if i == n - 1:
            self._len = n - 1
            return _k.buf_take(self._buf, i)
        return self._remove_at(i)

    def insert(self, index, x):
        i = _ssize(index)
        n = self._len
        if i < 0:
            i = i + n
            if i < 0:
                i = _k.i64(0)
        if i > n:
            i = n
        if n == self._cap:
            self._grow(n + 1)
        _k.buf_move(self._buf, i + 1, self._buf, i, n - i)
        _k.buf_init(self._buf, i, x)
        self._len = n + 1

    def extend(self, iterable):
        if isinstance(iterable, list) and not _k.copy_defines(iterable, "__iter__"):
            n = self._len
            m = iterable._len
            if m == 0:
                return
            if n + m > self._cap:
                self._grow(n + m)
            _k.buf_copy(self._buf, n, iterable._buf, 0, m)
            self._len = n + m
            return
        for x in iterable:
            list.append(self, x)

    def __iadd__(self, other):
        list.extend(self, other)
        return self

    def __add__(self, other):
        if isinstance(other, list):
            out = list.copy(self)
            out.extend(list.copy(other) if _k.copy_defines(other, "__iter__") else other)
            return out
        return NotImplemented

    def __mul__(self, times):
        if isinstance(times, int):
            n = _repeat_count(times)
            out = []
            m = self._len
            if n <= 0 or m == 0:
                return out
            _rt.check_room(m, n)
            out._grow(n * m)
            k = _k.i64(0)
            while k < n:
                _k.buf_copy(out._buf, k * m, self._buf, 0, m)
                k = k + 1
                out._len = k * m
            return out
        if _k.has_method(times, "__index__"):
            return self.__mul__(_as_index(times))
        return NotImplemented

    def __rmul__(self, times):
        return self.__mul__(times)

    def __imul__(self, times):
        if isinstance(times, int):
            n = _repeat_count(times)
            if n <= 0:
                list.clear(self)
                return self
            _rt.check_room(self._len, n)
            copy = list.__getitem__(self, slice(None, None, None))
            k = _k.i64(1)
            while k < n:
                list.extend(self, copy)
                k = k + 1
            return self
        return NotImplemented

    def remove(self, x):
        i = _k.i64(0)
        while i < self._len:
            if _item_eq(_k.buf_get(self._buf, i), x):
                self._remove_at(i)
                return
            i = i + 1
        raise ValueError("list.remove(x): x not in list")

    def index(self, x, start=0, stop=9223372036854775807):
        n = self._len
        i = _clamp_index(start, n)
        end = _clamp_index(stop, n)
        while i < end and i < self._len:
            if _item_eq(_k.buf_get(self._buf, i), x):
                return _k.small_int(i)
            i = i + 1
        raise ValueError(repr(x) + " is not in list")

    def count(self, x):
        total = _k.i64(0)
        i = _k.i64(0)
        while i < self._len:
            if _item_eq(_k.buf_get(self._buf, i), x):
                total = total + 1
            i = i + 1
        return _k.small_int(total)

    def __contains__(self, x):
        i = _k.i64(0)
        while i < self._len:
            if _item_eq(_k.buf_get(self._buf, i), x):
                return True
            i = i + 1
        return False

    def clear(self):
        # The items die with `old`, last of all: what they run sees an empty list.
        buf = self._buf
        n = self._len
        cap = self._cap
        self._buf = _k.buf_null()
        self._len = _k.i64(0)
        self._cap = _k.i64(0)
        old = []
        old._buf = buf
        old._len = n
        old._cap = cap

    def copy(self):
        return self._slice(slice(None, None, None))

    def reverse(self):
        i = _k.i64(0)
        j = self._len - 1
        while i < j:
            a = _k.buf_take(self._buf, i)
            b = _k.buf_take(self._buf, j)
            _k.buf_init(self._buf, i, b)
            _k.buf_init(self._buf, j, a)
            i = i + 1
            j = j - 1

    def sort(self, *, key=None, reverse=False):
        _sort_list(self, key, reverse)

    def __iter__(self):
        return _list_iterator(self)

    def __reversed__(self):
        return _list_reverseiterator(self)

    def __eq__(self, other):
        if isinstance(other, list):
            if self._len != other._len:
                return False
            i = _k.i64(0)
            while i < self._len and i < other._len:
                if not _item_eq(_k.buf_get(self._buf, i), _k.buf_get(other._buf, i)):
                    # The comparison may have emptied the lists: then their lengths decide.
                    return (i >= self._len or i >= other._len) and self._len == other._len
                i = i + 1
            return self._len == other._len
        return NotImplemented

    def _compare(self, other):
        # The index of the first unequal pair, or the shorter length.
        i = _k.i64(0)
        while i < self._len and i < other._len:
            if not _item_eq(_k.buf_get(self._buf, i), _k.buf_get(other._buf, i)):
                return i
            i = i + 1
        return i

    def __lt__(self, other):
        if isinstance(other, list):
            i = self._compare(other)
            if i >= self._len or i >= other._len:
                return self._len < other._len
            return True if _k.buf_get(self._buf, i) < _k.buf_get(other._buf, i) else False
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, list):
            i = self._compare(other)
            if i >= self._len or i >= other._len:
                return self._len <= other._len
            return True if _k.buf_get(self._buf, i) <= _k.buf_get(other._buf, i) else False
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, list):
            i = self._compare(other)
            if i >= self._len or i >= other._len:
                return self._len > other._len
            return True if _k.buf_get(self._buf, i) > _k.buf_get(other._buf, i) else False
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, list):
            i = self._compare(other)
            if i >= self._len or i >= other._len:
                return self._len >= other._len
            return True if _k.buf_get(self._buf, i) >= _k.buf_get(other._buf, i) else False
        return NotImplemented

    def __repr__(self):
        if self._len == 0:
            return "[]"
        if _rt.repr_enter(self):
            return "[...]"
        out = _rt.strbuf_new()
        whole = False
        try:
            _rt.strbuf_add_char(out, 91)
            i = _k.i64(0)
            while i < self._len:
                if i > 0:
                    _rt.strbuf_add_str(out, ", ")
                _rt.strbuf_add_str(out, repr(_k.buf_get(self._buf, i)))
                i = i + 1
            _rt.strbuf_add_char(out, 93)
            whole = True
        finally:
            _rt.repr_leave(self)
            if not whole:
                _rt.strbuf_free(out)
        return _rt.strbuf_finish(out)

    def __hash__(self):
        raise TypeError("unhashable type: 'list'")


def _item_eq(a, b):
    # Containers ask for identity before equality.
    if _k.same(a, b):
        return True
    return True if a == b else False


def _clamp_index(index, n):
    i = _slice_index(index)
    if i < 0:
        i = i + n
        if i < 0:
            i = _k.i64(0)
    if i > n:
        i = n
    return i


class _list_iterator:
    __generic__ = True

    def __init__(self, items):
        self._items = items
        self._at = _k.i64(0)

    def __iter__(self):
        return self

    def _next_(self):
        i = self._at
        items = self._items
        if i >= items._len:
            self._at = _k.i64(4611686018427387903)  # it stays at its end, whatever the list does
            _k.stop()
        self._at = i + 1
        return _k.buf_get(items._buf, i)

    def __next__(self):
        return next(self)

    def __length_hint__(self):
        left = self._items._len - self._at
        return _k.to_int(left) if left > 0 else 0


class _list_reverseiterator:
    __generic__ = True

    def __init__(self, items):
        self._items = items
        self._at = items._len

    def __iter__(self):
        return self

    def _next_(self):
        i = self._at - 1
        items = self._items
        if i < 0 or i >= items._len:
            self._at = _k.i64(0)
            _k.stop()
        self._at = i
        return _k.buf_get(items._buf, i)

    def __next__(self):
        return next(self)

    def __length_hint__(self):
        at = self._at
        return _k.to_int(at) if at <= self._items._len else 0


class slice:
    __generic__ = True

    def __init__(self, start, stop=_ABSENT, step=None):
        if isinstance(stop, _absent):
            self.start = None
            self.stop = start
        else:
            self.start = start
            self.stop = stop
        self.step = step

    def indices(self, length):
        n = _as_index(length)
        if n < 0:
            raise ValueError("length should not be negative")
        step = 1 if self.step is None else _slice_number(self.step)
        if step == 0:
            raise ValueError("slice step cannot be zero")
        lower = 0 if step > 0 else -1
        upper = n + lower
        if self.start is None:
            start = lower if step > 0 else upper
        else:
            start = _slice_place(self.start, n, lower, upper)
        if self.stop is None:
            stop = upper if step > 0 else lower
        else:
            stop = _slice_place(self.stop, n, lower, upper)
        return (start, stop, step)

    def __eq__(self, other):
        if isinstance(other, slice):
            return (self.start, self.stop, self.step) == (other.start, other.stop, other.step)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, slice):
            return (self.start, self.stop, self.step) < (other.start, other.stop, other.step)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, slice):
            return (self.start, self.stop, self.step) <= (other.start, other.stop, other.step)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, slice):
            return (self.start, self.stop, self.step) > (other.start, other.stop, other.step)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, slice):
            return (self.start, self.stop, self.step) >= (other.start, other.stop, other.step)
        return NotImplemented

    def __hash__(self):
        _k.type_error("unhashable type: 'slice'")

    def __repr__(self):
        return "slice(" + repr(self.start) + ", " + repr(self.stop) + ", " + repr(self.step) + ")"


def _slice_number(x):
    if isinstance(x, int) or _k.has_method(x, "__index__"):
        return _as_index(x)
    _k.type_error("slice indices must be integers or None or have an __index__ method")


def _slice_place(x, n, lower, upper):
    # An end of a slice of n items, for integers of any size.
    at = _slice_number(x)
    if at < 0:
        at += n
        return at if at > lower else lower
    return at if at < upper else upper


def _slice(start, stop, step):
    return slice(start, stop, step)


def _slice_index(x):
    if isinstance(x, int):
        if _k.is_small(x):
            return _k.i64(x)
        if x < 0:
            return _k.i64(-4611686018427387904)
        return _k.i64(4611686018427387903)
    if _k.has_method(x, "__index__"):
        return _slice_index(_as_index(x))
    _k.type_error("slice indices must be integers or None or have an __index__ method")


def _slice_bounds(s, n):
    # start, stop, step as slice.indices(n) gives them.
    step = _k.i64(1)
    if s.step is not None:
        step = _slice_index(s.step)
        if step == 0:
            raise ValueError("slice step cannot be zero")
    if step > 0:
        start = _k.i64(0)
        stop = n
    else:
        start = n - 1
        stop = _k.i64(-1)
    if s.start is not None:
        start = _slice_index(s.start)
        if start < 0:
            start = start + n
            if start < 0:
                start = _k.i64(0) if step > 0 else _k.i64(-1)
        elif start >= n:
            start = n if step > 0 else n - 1
    if s.stop is not None:
        stop = _slice_index(s.stop)
        if stop < 0:
            stop = stop + n
            if stop < 0:
                stop = _k.i64(0) if step > 0 else _k.i64(-1)
        elif stop >= n:
            stop = n if step > 0 else n - 1
    return (start, stop, step)


def _range_count(start, stop, step):
    if step > 0:
        if start >= stop:
            return _k.i64(0)
        return (stop - start - 1) // step + 1
    if start <= stop:
        return _k.i64(0)
    return (start - stop - 1) // (-step) + 1
