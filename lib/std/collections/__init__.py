"""Containers beside list, dict, set and tuple."""
from collections.chain import ChainMap
from collections.user import UserDict, UserList, UserString


class defaultdict(dict):
    __full_name__ = "collections.defaultdict"
    __generic__ = True
    __fields__ = ("_entries", "_index", "_used", "_fill", "_cap", "_slots", "default_factory")
    __buffers__ = (("_entries", "_fill", "_cap", "forwards"), ("_index", "", "_slots", "forwards"))

    def __init__(self, default_factory=None, *args, **kwargs):
        self._begin()
        self.default_factory = default_factory
        if args:
            self._init("dict", *args)
        if kwargs is not None:
            self._merge(kwargs)

    def __getitem__(self, key):
        h = _hash(key)
        e = self._find(key, h)
        if e >= 0:
            return _k.buf_get_item(self._entries, e, 2)
        return self.__missing__(key)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        self[key] = value
        return value

    def _copy_begin_(self):
        new = _k.copy_begin(self)
        new._begin()
        new.default_factory = self.default_factory
        return new

    def copy(self):
        out = defaultdict(self.default_factory)
        out._merge(self)
        return out

    def __repr__(self):
        return type(self).__name__ + "(" + repr(self.default_factory) + ", " + dict.__repr__(self) + ")"

    def __or__(self, other):
        if isinstance(other, dict):
            out = self.copy()
            out._merge(other)
            return out
        return NotImplemented


class OrderedDict(dict):
    __full_name__ = "collections.OrderedDict"
    __generic__ = True
    __fields__ = ("_entries", "_index", "_used", "_fill", "_cap", "_slots")
    __buffers__ = (("_entries", "_fill", "_cap", "forwards"), ("_index", "", "_slots", "forwards"))

    def __init__(self, *args, **kwargs):
        self._begin()
        if args:
            self._init("dict", *args)
        if kwargs is not None:
            self._merge(kwargs)

    def move_to_end(self, key, last=True):
        h = _hash(key)
        e = self._find(key, h)
        if e < 0:
            raise KeyError(key)
        entry = self._remove(e)
        if last:
            self._insert(entry[1], h, entry[2])
            return
        rest = list(self.items())
        self.clear()
        self._insert(entry[1], h, entry[2])
        for pair in rest:
            self[pair[0]] = pair[1]

    def popitem(self, last=True):
        if self._used == 0:
            raise KeyError("dictionary is empty")
        if last:
            return dict.popitem(self)
        e = _k.i64(0)
        while _k.buf_get_item(self._entries, e, 0) == -1:
            e = e + 1
        entry = self._remove(e)
        return (entry[1], entry[2])

    def _copy_begin_(self):
        new = _k.copy_begin(self)
        new._begin()
        return new

    def copy(self):
        out = OrderedDict()
        out._merge(self)
        return out

    @classmethod
    def fromkeys(cls, iterable, value=None):
        out = OrderedDict()
        for key in iterable:
            out[key] = value
        return out

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            if not dict.__eq__(self, other):
                return False
            return list(self) == list(other)
        return dict.__eq__(self, other)

    def __or__(self, other):
        if isinstance(other, dict):
            out = self.copy()
            out._merge(other)
            return out
        return NotImplemented

    def __repr__(self):
        if self._used == 0:
            return type(self).__name__ + "()"
        if _rt.repr_enter(self):
            return "..."
        try:
            return type(self).__name__ + "(" + repr(list(self.items())) + ")"
        finally:
            _rt.repr_leave(self)


def _second(pair):
    return pair[1]


class Counter(dict):
    __generic__ = True
    __fields__ = ("_entries", "_index", "_used", "_fill", "_cap", "_slots")
    __buffers__ = (("_entries", "_fill", "_cap", "forwards"), ("_index", "", "_slots", "forwards"))

    def __init__(self, iterable=None, /, **kwargs):
        self._begin()
        self._count(iterable)
        if kwargs is not None:
            self._count(kwargs)

    def _count(self, source):
        if source is None:
            return
        if isinstance(source, dict):
            if self._used == 0:
                self._merge(source)
            else:
                for key, n in source.items():
                    self[key] = n + self.get(key, 0)
            return
        for key in source:
            h = _hash(key)
            e = self._find(key, h)
            if e >= 0:
                _k.buf_set_item(self._entries, e, 2, _k.buf_get_item(self._entries, e, 2) + 1)
            else:
                self._insert(key, h, 1)

    def __getitem__(self, key):
        e = self._find(key, _hash(key))
        if e < 0:
            return 0
        return _k.buf_get_item(self._entries, e, 2)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __missing__(self, key):
        return 0

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def update(self, iterable=None, /, **kwargs):
        self._count(iterable)
        if kwargs is not None:
            self._count(kwargs)

    def subtract(self, iterable=None, /, **kwargs):
        self._uncount(iterable)
        if kwargs is not None:
            self._uncount(kwargs)

    def _uncount(self, source):
        if source is None:
            return
        if isinstance(source, dict):
            for key, n in source.items():
                self[key] = self.get(key, 0) - n
            return
        for key in source:
            self[key] = self.get(key, 0) - 1

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=_second, reverse=True)
        return pairs if n is None else pairs[:max(n, 0)]

    def elements(self):
        out = []
        for key, n in self.items():
            i = 0
            while i < n:
                out.append(key)
                i = i + 1
        return iter(out)

    def total(self):
        return sum(self.values())

    def _copy_begin_(self):
        new = _k.copy_begin(self)
        new._begin()
        return new

    def copy(self):
        out = Counter()
        out._merge(self)
        return out

    def _keep(self):
        # The counts above zero.
        out = Counter()
        for key, n in self.items():
            if n > 0:
                out[key] = n
        return out

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        out = self.copy()
        for key, n in other.items():
            out[key] = out.get(key, 0) + n
        return out._keep()

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        out = self.copy()
        for key, n in other.items():
            out[key] = out.get(key, 0) - n
        return out._keep()

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        out = self.copy()
        for key, n in other.items():
            if n > out.get(key, 0):
                out[key] = n
        return out._keep()

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        out = Counter()
        for key, n in self.items():
            m = other[key]
            least = n if n < m else m
            if least > 0:
                out[key] = least
        return out

    def __iadd__(self, other):
        for key, n in other.items():
            self[key] = self.get(key, 0) + n
        return self._drop()

    def __isub__(self, other):
        for key, n in other.items():
            self[key] = self.get(key, 0) - n
        return self._drop()

    def __ior__(self, other):
        for key, n in other.items():
            if n > self.get(key, 0):
                self[key] = n
        return self._drop()

    def __iand__(self, other):
        for key in list(self):
            m = other[key]
            if m < self[key]:
                self[key] = m
        return self._drop()

    def _drop(self):
        for key in list(self):
            if not self[key] > 0:
                del self[key]
        return self

    def __pos__(self):
        return self._keep()

    def __neg__(self):
        out = Counter()
        for key, n in self.items():
            if n < 0:
                out[key] = 0 - n
        return out

    def __eq__(self, other):
        if isinstance(other, Counter):
            return self._covers(other) and other._covers(self)
        return dict.__eq__(self, other)

    def _covers(self, other):
        for key, n in other.items():
            if self[key] != n:
                return False
        return True

    def __le__(self, other):
        return self._below(other) and other._above(self)

    def __lt__(self, other):
        return self <= other and self != other

    def __ge__(self, other):
        return other <= self

    def __gt__(self, other):
        return other < self

    def _below(self, other):
        for key, n in self.items():
            if n > other[key]:
                return False
        return True

    def _above(self, other):
        for key, n in self.items():
            if n < other[key]:
                return False
        return True

    def __repr__(self):
        if self._used == 0:
            return type(self).__name__ + "()"
        parts = []
        try:
            pairs = self.most_common()
        except TypeError:  # the counts have no order
            pairs = list(self.items())
        for key, n in pairs:
            parts.append(repr(key) + ": " + repr(n))
        return type(self).__name__ + "({" + ", ".join(parts) + "})"


class deque:
    # A ring: item i is in slot (_head + i) % _cap; the slots without an item are zero.
    __full_name__ = "collections.deque"
    __generic__ = True
    __fields__ = ("_buf", "_head", "_len", "_cap", "_changes", "maxlen")
    __buffers__ = (("_buf", "_cap", "_cap", "forwards"),)

    def _begin(self):
        self._buf = _k.buf_null()
        self._head = _k.i64(0)
        self._len = _k.i64(0)
        self._cap = _k.i64(0)
        self._changes = _k.i64(0)

    def __init__(self, iterable=(), maxlen=None):
        self._begin()
        if maxlen is not None:
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self.maxlen = maxlen
        self.extend(iterable)

    def _slot(self, i):
        at = self._head + i
        return at - self._cap if at >= self._cap else at

    def _grow(self):
        cap = self._cap
        new = cap + cap + 8
        buf = _k.buf_resize(_k.buf_null(), 0, new)
        n = self._len
        first = cap - self._head
        if first > n:
            first = n
        if n > 0:
            _k.buf_move(buf, 0, self._buf, self._head, first)
            _k.buf_move(buf, first, self._buf, 0, n - first)
        i = n
        while i < new:
            _k.buf_zero(buf, i)
            i = i + 1
        _k.buf_free(self._buf, cap)
        self._buf = buf
        self._cap = new
        self._head = _k.i64(0)

    def append(self, x):
        if self._len == self._cap:
            self._grow()
        _k.buf_init(self._buf, self._slot(self._len), x)
        self._len = self._len + 1
        self._changes = self._changes + 1
        if self.maxlen is not None:
            if _k.to_int(self._len) > self.maxlen:
                self.popleft()

    def appendleft(self, x):
        if self._len == self._cap:
            self._grow()
        head = self._head - 1
        if head < 0:
            head = self._cap - 1
        _k.buf_init(self._buf, head, x)
        self._head = head
        self._len = self._len + 1
        self._changes = self._changes + 1
        if self.maxlen is not None:
            if _k.to_int(self._len) > self.maxlen:
                self.pop()

    def pop(self):
        n = self._len
        if n == 0:
            raise IndexError("pop from an empty deque")
        at = self._slot(n - 1)
        x = _k.buf_take(self._buf, at)
        _k.buf_zero(self._buf, at)
        self._len = n - 1
        self._changes = self._changes + 1
        _k.keep(x)
        return x

    def popleft(self):
        n = self._len
        if n == 0:
            raise IndexError("pop from an empty deque")
        at = self._head
        x = _k.buf_take(self._buf, at)
        _k.buf_zero(self._buf, at)
        self._len = n - 1
        self._head = at + 1 if at + 1 < self._cap else _k.i64(0)
        self._changes = self._changes + 1
        _k.keep(x)
        return x

    def extend(self, iterable):
        if isinstance(iterable, deque):
            iterable = list(iterable)
        for x in iterable:
            self.append(x)

    def extendleft(self, iterable):
        if isinstance(iterable, deque):
            iterable = list(iterable)
        for x in iterable:
            self.appendleft(x)

    def rotate(self, n=1):
        if self._len <= 1:
            return
        k = n % _k.to_int(self._len)
        while k > 0:
            self._turn()
            k = k - 1

    def _turn(self):
        # The last item becomes the first.
        x = self.pop()
        head = self._head - 1
        if head < 0:
            head = self._cap - 1
        _k.buf_init(self._buf, head, x)
        self._head = head
        self._len = self._len + 1

    def clear(self):
        buf = self._buf
        head = self._head
        n = self._len
        cap = self._cap
        self._buf = _k.buf_null()
        self._head = _k.i64(0)
        self._len = _k.i64(0)
        self._cap = _k.i64(0)
        self._changes = self._changes + 1
        old = deque()
        old._buf = buf
        old._head = head
        old._len = n
        old._cap = cap
        while old._len > 0:
            old.popleft()

    def _copy_begin_(self):
        new = _k.copy_begin(self)
        new._begin()
        new.maxlen = self.maxlen
        return new

    def copy(self):
        return deque(self, self.maxlen)

    def __copy__(self):
        return deque(self, self.maxlen)

    def count(self, x):
        total = 0
        for y in self:
            if _item_eq(y, x):
                total = total + 1
        return total

    def index(self, x, start=0, stop=9223372036854775807):
        i = _clamp_index(start, self._len)
        end = _clamp_index(stop, self._len)
        while i < end:
            if _item_eq(_k.buf_get(self._buf, self._slot(i)), x):
                return _k.to_int(i)
            i = i + 1
        raise ValueError(repr(x) + " is not in deque")

    def insert(self, i, x):
        if self.maxlen is not None:
            if _k.to_int(self._len) >= self.maxlen:
                raise IndexError("deque already at its maximum size")
        items = list(self)
        items.insert(i, x)
        self.clear()
        self.extend(items)

    def remove(self, value):
        i = 0
        for x in self:
            if _item_eq(x, value):
                del self[i]
                return
            i = i + 1
        raise ValueError("deque.remove(x): x not in deque")

    def reverse(self):
        items = list(self)
        self.clear()
        items.reverse()
        self.extend(items)

    def _place(self, index):
        if not isinstance(index, int):
            _k.type_error("sequence index must be integer, not '" + _k.type_name(index) + "'")
        i = _k.index(index)
        if i < 0:
            i = i + self._len
        if not _k.i64_ult(i, self._len):
            raise IndexError("deque index out of range")
        return self._slot(i)

    def __len__(self):
        return _k.to_int(self._len)

    def __getitem__(self, index):
        return _k.buf_get(self._buf, self._place(index))

    def __setitem__(self, index, value):
        _k.buf_set(self._buf, self._place(index), value)

    def __delitem__(self, index):
        self._place(index)
        items = list(self)
        del items[index]
        self.clear()
        self.extend(items)

    def __contains__(self, x):
        for y in self:
            if _item_eq(y, x):
                return True
        return False

    def __iter__(self):
        return _deque_iterator(self, False)

    def __reversed__(self):
        return _deque_iterator(self, True)

    def __add__(self, other):
        if isinstance(other, deque):
            out = self.copy()
            out.extend(other)
            return out
        raise TypeError('can only concatenate deque (not "' + _k.type_name(other) + '") to deque')

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, times):
        return deque(list(self) * times, self.maxlen)

    def __rmul__(self, times):
        return deque(list(self) * times, self.maxlen)

    def __imul__(self, times):
        items = list(self) * times
        self.clear()
        self.extend(items)
        return self

    def __eq__(self, other):
        if isinstance(other, deque):
            return list(self) == list(other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, deque):
            return list(self) < list(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, deque):
            return list(self) <= list(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, deque):
            return list(self) > list(other)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, deque):
            return list(self) >= list(other)
        return NotImplemented

    def __hash__(self):
        raise TypeError("unhashable type: 'collections.deque'")

    def __repr__(self):
        if _rt.repr_enter(self):
            return "[...]"
        try:
            text = type(self).__name__ + "(" + repr(list(self))
        finally:
            _rt.repr_leave(self)
        if self.maxlen is not None:
            text = text + ", maxlen=" + repr(self.maxlen)
        return text + ")"


class _deque_iterator:
    __generic__ = True

    def __init__(self, items, backwards):
        self._items = items
        self._backwards = backwards
        self._at = _k.i64(0)
        self._changes = items._changes

    def __iter__(self):
        return self

    def _next_(self):
        items = self._items
        if self._changes != items._changes:
            raise RuntimeError("deque mutated during iteration")
        i = self._at
        n = items._len
        if i >= n:
            _k.stop()
        self._at = i + 1
        if self._backwards:
            i = n - 1 - i
        return _k.buf_get(items._buf, items._slot(i))

    def __next__(self):
        return next(self)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    # The compiler turns calls with constant names into classes; any other call ends here.
    _k.refuse("namedtuple() other than as the value of an assignment or a base class, or with computed names,")
