# dict: entries in insertion order, found through a hash index (the layout of R. Hettinger's compact dict,
# probed as CPython does). Index slots: 0 empty, -1 deleted, else the number of an entry + 1.
# A deleted entry has hash -1, which no key has.


class _mapping_pattern:
    # Stands for dict and collections.abc.Mapping in `case {…}` (Program::isVirtualSubclass).
    pass


class dict:
    __generic__ = True
    __fields__ = ("_entries", "_index", "_used", "_fill", "_cap", "_slots")
    __buffers__ = (("_entries", "_fill", "_cap", "forwards"), ("_index", "", "_slots", "forwards"))

    def _begin(self):
        self._entries = _k.buf_null()
        self._index = _k.buf_new_i32(0)
        self._used = _k.i64(0)
        self._fill = _k.i64(0)
        self._cap = _k.i64(0)
        self._slots = _k.i64(0)

    def __init__(self, *args, **kwargs):
        self._begin()
        if args:
            self._init("dict", *args)
        if kwargs is not None:
            self._merge(kwargs)

    # What a program's call of __init__ is.
    def _init_again(self, *args, **kwargs):
        if args:
            self._init("dict", *args)
        if kwargs is not None:
            self._merge(kwargs)

    def _init(self, function, *sources):
        if len(sources) > 1:
            raise TypeError(function + " expected at most 1 argument, got " + str(len(sources)))
        self._merge(sources[0])

    def _find(self, key, h):
        # The entry of a key, or -1.
        mask = self._slots - 1
        if mask < 0:
            return _k.i64(-1)
        i = h & mask
        perturb = h
        while True:
            e = _k.buf_get(self._index, i)
            if e == 0:
                return _k.i64(-1)
            if e > 0 and _k.buf_get_item(self._entries, e - 1, 0) == h:
                if _dict_key_eq(_k.buf_get_item(self._entries, e - 1, 1), key):
                    return e - 1
                if mask != self._slots - 1:
                    # The comparison changed this dict: once more from the start.
                    mask = self._slots - 1
                    if mask < 0:
                        return _k.i64(-1)
                    i = h & mask
                    perturb = h
                    continue
            perturb = _k.i64_shr(perturb, 5)
            i = (i * 5 + perturb + 1) & mask

    def _link(self, h, e):
        # Puts an entry number into the first free slot.
        mask = self._slots - 1
        i = h & mask
        perturb = h
        while _k.buf_get(self._index, i) > 0:
            perturb = _k.i64_shr(perturb, 5)
            i = (i * 5 + perturb + 1) & mask
        _k.buf_init(self._index, i, e + 1)

    def _insert(self, key, h, value):
        if self._fill == self._cap:
            self._resize(self._used * 3)
        n = self._fill
        self._link(h, n)
        _k.buf_init(self._entries, n, (h, key, value))
        self._fill = n + 1
        self._used = self._used + 1

    def _resize(self, least):
        # Compacts the entries, and makes an index of more than `least` slots.
        if self._used != self._fill:
            self._compact()
        slots = _k.i64(8)
        while slots <= least:
            slots = slots + slots
        cap = (slots + slots) // 3
        if slots > 64:
            slots = slots + slots  # at most a third full: a collision costs more than the room
        self._entries = _k.buf_resize(self._entries, self._cap, cap)
        self._cap = cap
        _k.buf_free(self._index, self._slots)
        self._index = _k.buf_new_i32(slots)
        self._slots = slots
        self._relink()

    def _compact(self):
        i = _k.i64(0)
        j = _k.i64(0)
        while i < self._fill:
            if _k.buf_get_item(self._entries, i, 0) != -1:
                if i != j:
                    _k.buf_move(self._entries, j, self._entries, i, 1)
                j = j + 1
            i = i + 1
        self._fill = j

    def _relink(self):
        i = _k.i64(0)
        index = self._index
        slots = self._slots
        while i < slots:
            _k.buf_init(index, i, _k.i64(0))
            i = i + 1
        i = _k.i64(0)
        while i < self._fill:
            self._link(_k.buf_get_item(self._entries, i, 0), i)
            i = i + 1

    def _remove(self, e):
        # Takes an entry out: (hash, key, value).
        mask = self._slots - 1
        h = _k.buf_get_item(self._entries, e, 0)
        i = h & mask
        perturb = h
        while _k.buf_get(self._index, i) != e + 1:
            perturb = _k.i64_shr(perturb, 5)
            i = (i * 5 + perturb + 1) & mask
        _k.buf_init(self._index, i, _k.i64(-1))
        self._used = self._used - 1
        entry = _k.buf_take(self._entries, e)
        _k.buf_zero(self._entries, e)
        _k.buf_set_item(self._entries, e, 0, _k.i64(-1))
        _k.keep(entry)
        return entry

    def __len__(self):
        return self._used

    def __contains__(self, key):
        return self._find(key, _hash(key)) >= 0

    def __getitem__(self, key):
        e = self._find(key, _hash(key))
        if e < 0:
            if _k.has_method(self, "__missing__"):
                return self.__missing__(key)
            raise KeyError(key)
        return _k.buf_get_item(self._entries, e, 2)

    def __setitem__(self, key, value):
        _k.dict_computed(self, value)
        self._set(key, _hash(key), value)

    # Under a literal key: the compiler knows what is stored there.
    def _setitem(self, key, value):
        self._set(key, _hash(key), value)

    def _set(self, key, h, value):
        e = self._find(key, h)
        if e >= 0:
            _k.buf_set_item(self._entries, e, 2, value)
        else:
            self._insert(key, h, value)

    def __delitem__(self, key):
        e = self._find(key, _hash(key))
        if e < 0:
            raise KeyError(key)
        entry = self._remove(e)

    def get(self, key, default=None):
        e = self._find(key, _hash(key))
        if e < 0:
            return default
        return _k.buf_get_item(self._entries, e, 2)

    def setdefault(self, key, default=None):
        _k.dict_computed(self, default)
        return self._setdefault(key, default)

    def _setdefault(self, key, default=None):
        h = _hash(key)
        e = self._find(key, h)
        if e >= 0:
            return _k.buf_get_item(self._entries, e, 2)
        self._insert(key, h, default)
        return default

    def pop(self, key, default=_ABSENT):
        e = self._find(key, _hash(key))
        if e < 0:
            if isinstance(default, _absent):
                raise KeyError(key)
            return default
        return self._remove(e)[2]

    def popitem(self):
        if self._used == 0:
            raise KeyError("popitem(): dictionary is empty")
        e = self._fill - 1
        while _k.buf_get_item(self._entries, e, 0) == -1:
            e = e - 1
        entry = self._remove(e)
        self._fill = e
        return (entry[1], entry[2])

    def clear(self):
        # The items die with `old`, last of all: what they run sees an empty dict.
        entries = self._entries
        index = self._index
        used = self._used
        fill = self._fill
        cap = self._cap
        slots = self._slots
        self._begin()
        old = {}
        old._entries = entries
        old._index = index
        old._used = used
        old._fill = fill
        old._cap = cap
        old._slots = slots

    def copy(self):
        out = {}
        if self._used == 0:
            return out
        if self._used != self._fill:
            out._merge(self)
            return out
        n = self._fill
        _k.dict_merged(out, self)
        out._entries = _k.buf_resize(out._entries, 0, self._cap)
        out._cap = self._cap
        _k.buf_copy(out._entries, 0, self._entries, 0, n)
        out._fill = n
        out._used = n
        out._index = _k.buf_new_i32(self._slots)
        out._slots = self._slots
        _k.buf_copy(out._index, 0, self._index, 0, self._slots)
        return out

    def update(self, *args, **kwargs):
        if args:
            self._init("update", *args)
        if kwargs is not None:
            self._merge(kwargs)

    def _merge(self, source):
        if isinstance(source, dict) and not _k.copy_defines(source, "__iter__"):
            _k.dict_merged(self, source)
            if self._same_as(source):
                return
            n = self._used + source._used
            if n > self._cap and source._used > 1:
                self._resize(n + (n >> 1))
            i = _k.i64(0)
            size = source._used
            while i < source._fill:
                h = _k.buf_get_item(source._entries, i, 0)
                if h != -1:
                    self._set(_k.buf_get_item(source._entries, i, 1), h, _k.buf_get_item(source._entries, i, 2))
                    if source._used != size:
                        raise RuntimeError("dict mutated during update")
                i = i + 1
            return
        if _k.has_method(source, "keys"):
            for key in source.keys():
                dict.__setitem__(self, key, source[key])
            return
        at = _k.i64(0)
        for pair in source:
            self._set_pair(pair, at)
            at = at + 1

    def _same_as(self, other):
        return _k.same(self, other)

    def _set_pair(self, pair, at):
        if isinstance(pair, vtuple) or isinstance(pair, list):
            self._set_items(pair, at)
        elif isinstance(pair, tuple):
            if _k.tuple_len(pair) != 2:
                _bad_pair(at, _k.tuple_len(pair))
            dict.__setitem__(self, pair[0], pair[1])
        elif isinstance(pair, int) or isinstance(pair, float) or pair is None:
            raise TypeError("cannot convert dictionary update sequence element #" + str(_k.to_int(at)) + " to a sequence")
        else:
            items = []
            items.extend(pair)
            self._set_items(items, at)

    def _set_items(self, items, at):
        if items._len != 2:
            _bad_pair(at, items._len)
        dict.__setitem__(self, _k.buf_get(items._buf, 0), _k.buf_get(items._buf, 1))

    @classmethod
    def fromkeys(cls, iterable, value=None):
        if cls is dict:
            out = {}
            for key in iterable:
                out[key] = value
            return out
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def keys(self):
        return dict_keys(self)

    def values(self):
        return dict_values(self)

    def items(self):
        return dict_items(self)

    def __iter__(self):
        return dict_keyiterator(self)

    def __reversed__(self):
        return dict_reversekeyiterator(self)

    def __eq__(self, other):
        if isinstance(other, dict):
            if self._used != other._used:
                return False
            i = _k.i64(0)
            while i < self._fill:
                h = _k.buf_get_item(self._entries, i, 0)
                if h != -1:
                    key = _k.buf_get_item(self._entries, i, 1)
                    value = _k.buf_get_item(self._entries, i, 2)
                    e = other._find(key, h)
                    # The comparison of keys may have emptied the other dict.
                    if e < 0 or e >= other._fill or _k.buf_get_item(other._entries, e, 0) == -1:
                        return False
                    held = _k.buf_get_item(other._entries, e, 2)
                    _k.keep(key)
                    if not _item_eq(value, held):
                        return False
                i = i + 1
            return True
        return NotImplemented

    def __or__(self, other):
        if isinstance(other, dict):
            out = {}
            out._merge(self)
            out._merge(other)
            return out
        return NotImplemented

    def __ior__(self, other):
        self._merge(other)
        return self

    def __repr__(self):
        if self._used == 0:
            return "{}"
        if _rt.repr_enter(self):
            return "{...}"
        parts = []
        try:
            i = _k.i64(0)
            while i < self._fill:
                if _k.buf_get_item(self._entries, i, 0) != -1:
                    value = _k.buf_get_item(self._entries, i, 2)
                    parts.append(repr(_k.buf_get_item(self._entries, i, 1)) + ": " + repr(value))
                i = i + 1
        finally:
            _rt.repr_leave(self)
        return "{" + _join_parts(parts) + "}"

    def __hash__(self):
        raise TypeError("unhashable type: 'dict'")


def _dict_key_eq(a, b):
    if _k.same(a, b):
        return True
    return True if a == b else False


def _bad_pair(at, n):
    raise ValueError("dictionary update sequence element #" + str(_k.to_int(at)) + " has length " + str(_k.to_int(n)) + "; 2 is required")


def _join_parts(parts):
    return _join_list(", ", parts)


class _dict_iterator:
    # What the iterators share. _size: the length at the start; -1 after a change was seen, -2 at the end.
    __generic__ = True

    def __init__(self, items):
        self._items = items
        self._at = _k.i64(0)
        self._size = items._used
        self._left = items._used

    def __iter__(self):
        return self

    def _step(self):
        # The next entry's number.
        items = self._items
        if items._used != self._size:
            self._changed()
        i = self._at
        while i < items._fill:
            if _k.buf_get_item(items._entries, i, 0) != -1:
                if self._left == 0:
                    self._keys_changed()
                self._left = self._left - 1
                self._at = i + 1
                return i
            i = i + 1
        self._size = _k.i64(-2)
        _k.stop()

    def _changed(self):
        if self._size == -2:
            _k.stop()
        self._size = _k.i64(-1)
        raise RuntimeError("dictionary changed size during iteration")

    def _keys_changed(self):
        self._size = _k.i64(-2)
        raise RuntimeError("dictionary keys changed during iteration")

    def __length_hint__(self):
        if self._items._used != self._size:
            return 0
        return _k.to_int(self._left)


class _snapshot(dict):
    # The dict that vars(), __dict__ and globals() give: of the variables' values at that time, so it may not be changed.
    __generic__ = True
    __full_name__ = "dict"

    def _put(self, key, value):
        super().__setitem__(key, value)

    def __setitem__(self, key, value):
        _k.refuse("changing variables through a dict of them")

    def __delitem__(self, key):
        _k.refuse("changing variables through a dict of them")

    def setdefault(self, key, default=None):
        _k.refuse("changing variables through a dict of them")

    def pop(self, key, default=_ABSENT):
        _k.refuse("changing variables through a dict of them")

    def popitem(self):
        _k.refuse("changing variables through a dict of them")

    def clear(self):
        _k.refuse("changing variables through a dict of them")

    def update(self, *args, **kwargs):
        _k.refuse("changing variables through a dict of them")

    def __ior__(self, other):
        _k.refuse("changing variables through a dict of them")


class _SourceFileLoader:
    __full_name__ = "_frozen_importlib_external.SourceFileLoader"


class _builtins_module:
    __full_name__ = "module"

    def __repr__(self):
        return "<module 'builtins' (built-in)>"


def _module_variables(name, doc, file):
    # What every module has; the rest is added. Which variable a name means is for the running program to say.
    out = _snapshot()
    out._put("__name__", name)
    out._put("__doc__", doc)
    out._put("__package__", None)
    out._put("__loader__", _SourceFileLoader())
    out._put("__spec__", None)
    out._put("__annotations__", _k.unchecked({}))
    out._put("__builtins__", _builtins_module())
    out._put("__file__", file)
    out._put("__cached__", None)
    return out


def _function_variables():
    # A dict of its own for each call of locals().
    return _local_variables()


class _local_variables(dict):
    __generic__ = True
    __full_name__ = "dict"

    def _put(self, key, value):
        super().__setitem__(key, value)


def _dict_items(source):
    # What update() takes, as pairs.
    return dict(source).items()


def _first_of(pair):
    return pair[0]


def _second_of(pair):
    return pair[1]


class dict_keyiterator(_dict_iterator):
    __generic__ = True

    def _next_(self):
        e = self._step()
        return _k.buf_get_item(self._items._entries, e, 1)

    def __next__(self):
        return next(self)


class dict_valueiterator(_dict_iterator):
    __generic__ = True

    def _next_(self):
        e = self._step()
        return _k.buf_get_item(self._items._entries, e, 2)

    def __next__(self):
        return next(self)


class dict_itemiterator(_dict_iterator):
    __generic__ = True

    def _next_(self):
        e = self._step()
        return (_k.buf_get_item(self._items._entries, e, 1), _k.buf_get_item(self._items._entries, e, 2))

    def __next__(self):
        return next(self)


class _dict_reverse_iterator:
    __generic__ = True

    def __init__(self, items):
        self._items = items
        self._at = items._fill
        self._size = items._used
        self._left = items._used

    def __iter__(self):
        return self

    def _step(self):
        items = self._items
        if items._used != self._size:
            self._changed()
        i = self._at - 1
        if i >= items._fill:
            i = items._fill - 1
        while i >= 0:
            if _k.buf_get_item(items._entries, i, 0) != -1:
                self._left = self._left - 1
                self._at = i
                return i
            i = i - 1
        self._size = _k.i64(-2)
        _k.stop()

    def _changed(self):
        if self._size == -2:
            _k.stop()
        self._size = _k.i64(-1)
        raise RuntimeError("dictionary changed size during iteration")

    def __length_hint__(self):
        if self._items._used != self._size:
            return 0
        return _k.to_int(self._left)


class dict_reversekeyiterator(_dict_reverse_iterator):
    __generic__ = True

    def _next_(self):
        e = self._step()
        return _k.buf_get_item(self._items._entries, e, 1)

    def __next__(self):
        return next(self)


class dict_reversevalueiterator(_dict_reverse_iterator):
    __generic__ = True

    def _next_(self):
        e = self._step()
        return _k.buf_get_item(self._items._entries, e, 2)

    def __next__(self):
        return next(self)


class dict_reverseitemiterator(_dict_reverse_iterator):
    __generic__ = True

    def _next_(self):
        e = self._step()
        return (_k.buf_get_item(self._items._entries, e, 1), _k.buf_get_item(self._items._entries, e, 2))

    def __next__(self):
        return next(self)


