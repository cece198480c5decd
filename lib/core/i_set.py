# set and frozenset: open addressing with runs of nine neighbours, in CPython's order.
# A table slot holds (mark, item); the mark is the hash + 1, 0 in an empty slot (no hash is -1), and
# 4611686018427387903 where an item was removed (_set_hash keeps hashes off it).


def _set_hash(h):
    if h == 4611686018427387902:
        return _k.i64(4611686018427387901)
    return h


class _set_base:
    __generic__ = True
    __fields__ = ("_table", "_used", "_fill", "_slots", "_finger", "_hash_value")
    __buffers__ = (("_table", "_slots", "_slots", "forwards"),)

    def _reset(self):
        self._table = _k.buf_null()
        self._used = _k.i64(0)
        self._fill = _k.i64(0)
        self._slots = _k.i64(0)
        self._finger = _k.i64(0)
        self._hash_value = _k.i64(-1)

    def _find(self, key, h):
        # The slot of an item, or -1.
        mask = self._slots - 1
        if mask < 0:
            return _k.i64(-1)
        h = _set_hash(h)
        i = h & mask
        perturb = h
        while True:
            j = i
            last = i + 9
            if last > mask:
                last = i
            while j <= last:
                m = _k.buf_get_item(self._table, j, 0)
                if m == 0:
                    return _k.i64(-1)
                if m == h + 1:
                    if _dict_key_eq(_k.buf_get_item(self._table, j, 1), key):
                        return j
                    if mask != self._slots - 1:
                        # The comparison changed this set.
                        return self._find(key, h)
                j = j + 1
            perturb = _k.i64_shr(perturb, 5)
            i = (i * 5 + 1 + perturb) & mask

    def _add(self, key, h):
        h = _set_hash(h)
        if self._slots == 0:
            self._allocate(_k.i64(8))
            _k.buf_init(self._table, h & 7, (h + 1, key))
            self._used = _k.i64(1)
            self._fill = _k.i64(1)
            return
        mask = self._slots - 1
        i = h & mask
        perturb = h
        free = _k.i64(-1)  # the last slot on the way whose item was removed
        while True:
            j = i
            last = i + 9
            if last > mask:
                last = i
            while j <= last:
                m = _k.buf_get_item(self._table, j, 0)
                if m == 0:
                    self._used = self._used + 1
                    if free >= 0 and _k.buf_get_item(self._table, free, 0) == 4611686018427387903:
                        _k.buf_init(self._table, free, (h + 1, key))
                        return
                    _k.buf_init(self._table, j, (h + 1, key))
                    fill = self._fill + 1
                    self._fill = fill
                    if fill * 5 >= mask * 3:
                        self._grow()
                    return
                if m == h + 1:
                    if _dict_key_eq(_k.buf_get_item(self._table, j, 1), key):
                        return
                    if mask != self._slots - 1:
                        self._add(key, h)
                        return
                if m == 4611686018427387903:
                    free = j
                j = j + 1
            perturb = _k.i64_shr(perturb, 5)
            i = (i * 5 + 1 + perturb) & mask

    def _allocate(self, slots):
        table = _k.buf_resize(_k.buf_null(), 0, slots)
        i = _k.i64(0)
        while i < slots:
            _k.buf_zero(table, i)
            i = i + 1
        self._table = table
        self._slots = slots

    def _grow(self):
        n = self._used
        self._resize(n + n if n > 50000 else n << 2)

    def _resize(self, least):
        # A table of more than `least` slots, without the marks of removed items.
        slots = _k.i64(8)
        while slots <= least:
            slots = slots << 1
        old = self._table
        old_slots = self._slots
        if slots == 8 and old_slots == 8 and self._fill == self._used:
            return
        self._allocate(slots)
        i = _k.i64(0)
        while i < old_slots:
            m = _k.buf_get_item(old, i, 0)
            if m != 0 and m != 4611686018427387903:
                self._move_in(m - 1, old, i)
            i = i + 1
        _k.buf_free(old, old_slots)
        self._fill = self._used

    def _free_slot(self, h):
        # For a table without removed items that lacks the item.
        mask = self._slots - 1
        i = h & mask
        perturb = h
        while True:
            j = i
            last = i + 9
            if last > mask:
                last = i
            while j <= last:
                if _k.buf_get_item(self._table, j, 0) == 0:
                    return j
                j = j + 1
            perturb = _k.i64_shr(perturb, 5)
            i = (i * 5 + 1 + perturb) & mask

    def _move_in(self, h, old, i):
        j = self._free_slot(h)
        _k.buf_move(self._table, j, old, i, 1)

    def _take(self, i):
        # Removes the item of a slot.
        entry = _k.buf_take(self._table, i)
        _k.buf_zero(self._table, i)
        _k.buf_set_item(self._table, i, 0, _k.i64(4611686018427387903))
        self._used = self._used - 1
        item = entry[1]
        _k.keep(item)
        return item

    def _discard(self, key, h):
        i = self._find(key, h)
        if i < 0:
            return False
        item = self._take(i)
        return True

    def _next_slot(self, i):
        # The first slot with an item from i on; the number of slots if there is none.
        n = self._slots
        while i < n:
            m = _k.buf_get_item(self._table, i, 0)
            if m != 0 and m != 4611686018427387903:
                return i
            i = i + 1
        return n

    def _swap(self, other):
        table = self._table
        used = self._used
        fill = self._fill
        slots = self._slots
        self._table = other._table
        self._used = other._used
        self._fill = other._fill
        self._slots = other._slots
        other._table = table
        other._used = used
        other._fill = fill
        other._slots = slots

    def _merge(self, other):
        # Adds the items of another set.
        if other._used == 0 or _k.same(self, other):
            return
        mask = self._slots - 1
        if mask < 0:
            mask = _k.i64(7)
        if (self._fill + other._used) * 5 >= mask * 3:
            self._resize((self._used + other._used) << 1)
        elif self._slots == 0:
            self._allocate(_k.i64(8))
        if self._fill == 0:
            if self._slots == other._slots and other._fill == other._used:
                i = other._next_slot(_k.i64(0))
                while i < other._slots:
                    _k.buf_copy(self._table, i, other._table, i, 1)
                    i = other._next_slot(i + 1)
            else:
                i = other._next_slot(_k.i64(0))
                while i < other._slots:
                    j = self._free_slot(_k.buf_get_item(other._table, i, 0) - 1)
                    _k.buf_copy(self._table, j, other._table, i, 1)
                    i = other._next_slot(i + 1)
            self._fill = other._used
            self._used = other._used
            return
        i = other._next_slot(_k.i64(0))
        while i < other._slots:
            self._add(_k.buf_get_item(other._table, i, 1), _k.buf_get_item(other._table, i, 0) - 1)
            i = other._next_slot(i + 1)

    def _update(self, other):
        if isinstance(other, _set_base):
            self._merge(other)
        elif isinstance(other, dict):
            mask = self._slots - 1
            if mask < 0:
                mask = _k.i64(7)
            if (self._fill + other._used) * 5 >= mask * 3:
                self._resize((self._used + other._used) << 1)
            i = _k.i64(0)
            while i < other._fill:
                h = _k.buf_get_item(other._entries, i, 0)
                if h != -1:
                    self._add(_k.buf_get_item(other._entries, i, 1), h)
                i = i + 1
        else:
            for x in other:
                self._add(x, _hash(x))

    def __len__(self):
        return self._used

    def __contains__(self, key):
        if isinstance(key, set) and not _k.copy_defines(key, "__hash__"):
            frozen = frozenset(key)
            return self._find(frozen, _hash(frozen)) >= 0
        return self._find(key, _hash(key)) >= 0

    def __iter__(self):
        return set_iterator(self)

    def __repr__(self):
        name = _k.type_name(self)
        if self._used == 0:
            return name + "()"
        if _rt.repr_enter(self):
            return name + "(...)"
        parts = []
        try:
            for x in self:
                parts.append(repr(x))
        finally:
            _rt.repr_leave(self)
        if name == "set":
            return "{" + _join_parts(parts) + "}"
        return name + "({" + _join_parts(parts) + "})"

    def union(self, *others):
        out = self._copied()
        for other in others:
            if not _k.same(self, other):
                out._update(other)
        return out

    def _copied(self):
        out = self._empty()
        out._merge(self)
        return out

    def __or__(self, other):
        if isinstance(other, _set_base):
            out = self._copied()
            if not _k.same(self, other):
                out._merge(other)
            return out
        return NotImplemented

    def intersection(self, *others):
        if not others:
            return self._copied()
        out = self
        for other in others:
            out = out._intersect(other)
        return out

    def _intersect(self, other):
        out = self._empty()
        if isinstance(other, _set_base):
            if _k.same(self, other):
                return self._copied()
            if other._used > self._used:
                _set_common(out, other, self)
            else:
                _set_common(out, self, other)
            return out
        for x in other:
            h = _hash(x)
            if self._find(x, h) >= 0:
                out._add(x, h)
        return out

    def __and__(self, other):
        if isinstance(other, _set_base):
            return self._intersect(other)
        return NotImplemented

    def difference(self, *others):
        if not others:
            return self._copied()
        out = self._subtract(others[0])
        for other in others[1:]:
            out._remove_all(other)
        return out

    def _subtract(self, other):
        if isinstance(other, _set_base) or isinstance(other, dict):
            if (self._used >> 2) > other._used:
                out = self._copied()
                out._remove_all(other)
                return out
            out = self._empty()
            i = self._next_slot(_k.i64(0))
            while i < self._slots:
                key = _k.buf_get_item(self._table, i, 1)
                h = _k.buf_get_item(self._table, i, 0) - 1
                if other._find(key, h) < 0:
                    out._add(key, h)
                i = self._next_slot(i + 1)
            return out
        out = self._copied()
        out._remove_all(other)
        return out

    def _remove_all(self, other):
        if isinstance(other, _set_base):
            if _k.same(self, other):
                self._clear()
                return
            if (other._used >> 3) > self._used:
                self._remove_each(self._intersect(other))
            else:
                self._remove_each(other)
        else:
            for x in other:
                self._discard(x, _hash(x))
        # A set that never had items may have no type for them: it must not get a table.
        if self._slots != 0 and self._fill - self._used > (self._slots - 1) >> 2:
            self._grow()

    def _remove_each(self, other):
        i = other._next_slot(_k.i64(0))
        while i < other._slots:
            self._discard(_k.buf_get_item(other._table, i, 1), _k.buf_get_item(other._table, i, 0) - 1)
            i = other._next_slot(i + 1)

    def __sub__(self, other):
        if isinstance(other, _set_base):
            return self._subtract(other)
        return NotImplemented

    def symmetric_difference(self, other):
        out = self._empty()
        out._update(other)
        out._toggle(self)
        return out

    def _toggle(self, other):
        # Adds the items of another set that are missing here, removes the others.
        i = other._next_slot(_k.i64(0))
        while i < other._slots:
            key = _k.buf_get_item(other._table, i, 1)
            h = _k.buf_get_item(other._table, i, 0) - 1
            if not self._discard(key, h):
                self._add(key, h)
            i = other._next_slot(i + 1)

    def __xor__(self, other):
        if isinstance(other, _set_base):
            return self.symmetric_difference(other)
        return NotImplemented

    def isdisjoint(self, other):
        if isinstance(other, _set_base):
            if other._used > self._used:
                return _set_disjoint(other, self)
            return _set_disjoint(self, other)
        for x in other:
            if self._find(x, _hash(x)) >= 0:
                return False
        return True

    def _inside(self, other):
        if self._used > other._used:
            return False
        i = self._next_slot(_k.i64(0))
        while i < self._slots:
            if other._find(_k.buf_get_item(self._table, i, 1), _k.buf_get_item(self._table, i, 0) - 1) < 0:
                return False
            i = self._next_slot(i + 1)
        return True

    def issubset(self, other):
        if isinstance(other, _set_base):
            return self._inside(other)
        return self._inside(set(other))

    def issuperset(self, other):
        if isinstance(other, _set_base):
            return other._inside(self)
        for x in other:
            if self._find(x, _hash(x)) < 0:
                return False
        return True

    def __eq__(self, other):
        if isinstance(other, _set_base):
            return self._used == other._used and self._inside(other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, _set_base):
            return self._used < other._used and self._inside(other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, _set_base):
            return self._inside(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, _set_base):
            return self._used > other._used and other._inside(self)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, _set_base):
            return other._inside(self)
        return NotImplemented

    def _clear(self):
        # The items die with `old`, last of all: what they run sees an empty set.
        old = self._empty()
        self._swap(old)


def _set_common(out, large, small):
    i = small._next_slot(_k.i64(0))
    while i < small._slots:
        key = _k.buf_get_item(small._table, i, 1)
        h = _k.buf_get_item(small._table, i, 0) - 1
        if large._find(key, h) >= 0:
            out._add(key, h)
        i = small._next_slot(i + 1)


def _set_disjoint(large, small):
    i = small._next_slot(_k.i64(0))
    while i < small._slots:
        if large._find(_k.buf_get_item(small._table, i, 1), _k.buf_get_item(small._table, i, 0) - 1) >= 0:
            return False
        i = small._next_slot(i + 1)
    return True


class set(_set_base):
    __generic__ = True

    def _begin(self):
        self._reset()

    def __init__(self, iterable=()):
        self._reset()
        self._update(iterable)

    # What a program's call of __init__ is.
    def _init_again(self, iterable=()):
        set.clear(self)
        self._update(iterable)

    def _empty(self):
        return set()

    def copy(self):
        return self._copied()

    def add(self, x):
        self._add(x, _hash(x))

    def remove(self, x):
        # A set that has no hash is looked for as the frozenset of its items.
        if isinstance(x, set) and not _k.copy_defines(x, "__hash__"):
            frozen = frozenset(x)
            if not self._discard(frozen, _hash(frozen)):
                raise KeyError(x)
        elif not self._discard(x, _hash(x)):
            raise KeyError(x)

    def discard(self, x):
        if isinstance(x, set) and not _k.copy_defines(x, "__hash__"):
            frozen = frozenset(x)
            self._discard(frozen, _hash(frozen))
        else:
            self._discard(x, _hash(x))

    def pop(self):
        if self._used == 0:
            raise KeyError("pop from an empty set")
        i = self._next_slot(self._finger & (self._slots - 1))
        if i == self._slots:
            i = self._next_slot(_k.i64(0))
        self._finger = i + 1
        return self._take(i)

    def clear(self):
        self._clear()

    def update(self, *others):
        for other in others:
            self._update(other)

    def __ior__(self, other):
        if isinstance(other, _set_base):
            self._merge(other)
            return self
        return NotImplemented

    def intersection_update(self, *others):
        out = self
        for other in others:
            out = out._intersect(other)
        self._swap(out)

    def __iand__(self, other):
        if isinstance(other, _set_base):
            self._swap(self._intersect(other))
            return self
        return NotImplemented

    def difference_update(self, *others):
        for other in others:
            self._remove_all(other)

    def __isub__(self, other):
        if isinstance(other, _set_base):
            self._remove_all(other)
            return self
        return NotImplemented

    def symmetric_difference_update(self, other):
        if isinstance(other, _set_base):
            if _k.same(self, other):
                self._clear()
            else:
                self._toggle(other)
        elif isinstance(other, dict):
            for x in other:
                h = _hash(x)
                if not self._discard(x, h):
                    self._add(x, h)
        else:
            self._toggle(set(other))

    def __ixor__(self, other):
        if isinstance(other, _set_base):
            self.symmetric_difference_update(other)
            return self
        return NotImplemented

    def __hash__(self):
        raise TypeError("unhashable type: 'set'")


class frozenset(_set_base):
    __generic__ = True

    def _begin(self):
        self._reset()

    def _fill_new(self, iterable=()):
        self._update(iterable)

    def __new__(cls, iterable=()):
        if isinstance(iterable, frozenset) and not _k.copy_is_program(iterable):
            return iterable
        self = _k.new(cls)
        self._reset()
        self._update(iterable)
        return self

    def _empty(self):
        return frozenset()

    def copy(self):
        return self._copied() if _k.copy_is_program(self) else self

    def _copied(self):
        out = frozenset()
        out._merge(self)
        return out

    def __hash__(self):
        h = self._hash_value
        if h != -1:
            return h
        h = _k.i64(0)
        i = self._next_slot(_k.i64(0))
        while i < self._slots:
            h = _rt.frozenset_hash_step(h, _k.buf_get_item(self._table, i, 0) - 1)
            i = self._next_slot(i + 1)
        h = _rt.frozenset_hash_end(h, self._used)
        self._hash_value = h
        return h


class set_iterator:
    # _size: the length at the start; -1 after a change was seen, -2 at the end.
    __generic__ = True

    def __init__(self, items):
        self._items = items
        self._at = _k.i64(0)
        self._size = items._used
        self._left = items._used

    def __iter__(self):
        return self

    def _next_(self):
        items = self._items
        if items._used != self._size:
            self._changed()
        i = items._next_slot(self._at)
        if i >= items._slots:
            self._size = _k.i64(-2)
            _k.stop()
        self._at = i + 1
        self._left = self._left - 1
        return _k.buf_get_item(items._table, i, 1)

    def __next__(self):
        return next(self)

    def _changed(self):
        if self._size == -2:
            _k.stop()
        self._size = _k.i64(-1)
        raise RuntimeError("Set changed size during iteration")

    def __length_hint__(self):
        if self._items._used != self._size:
            return 0
        return _k.to_int(self._left)


def _constant_set(items):
    # What a display of constants makes of its items: see isConstantSet in the compiler.
    order = list(items)
    again = set()
    for x in order:
        again.add(x)
    result = set()
    result._merge(again)
    return result
