# The views of a dict: live, and keys and items with the operations of sets.


class _dict_view:
    __generic__ = True

    def __init__(self, mapping):
        self._dict = mapping

    def __len__(self):
        return self._dict._used

    def __repr__(self):
        if _rt.repr_enter(self):
            return "..."
        parts = []
        try:
            for x in self:
                parts.append(repr(x))
        finally:
            _rt.repr_leave(self)
        return _k.type_name(self) + "([" + _join_parts(parts) + "])"

    @property
    def mapping(self):
        return self._dict


class _dict_set_view(_dict_view):
    __generic__ = True

    def __and__(self, other):
        if isinstance(other, set):
            if self._dict._used <= other._used:
                return other.intersection(self)
        if isinstance(other, _dict_set_view):
            if other._dict._used > self._dict._used:
                return _common_items(other, self)
        return _common_items(self, other)

    def __rand__(self, other):
        return self.__and__(other)

    def __or__(self, other):
        out = set(self)
        out.update(other)
        return out

    def __ror__(self, other):
        out = set(other)
        out.update(self)
        return out

    def __sub__(self, other):
        out = set(self)
        out.difference_update(other)
        return out

    def __rsub__(self, other):
        out = set(other)
        out.difference_update(self)
        return out

    def __xor__(self, other):
        if isinstance(self, dict_items) and isinstance(other, dict_items):
            return _items_xor(self._dict, other._dict)
        out = set(self)
        out.symmetric_difference_update(other)
        return out

    def __rxor__(self, other):
        out = set(other)
        out.symmetric_difference_update(self)
        return out

    def isdisjoint(self, other):
        if isinstance(other, set) or isinstance(other, frozenset) or isinstance(other, _dict_set_view):
            if len(other) > len(self):
                for x in self:
                    if x in other:
                        return False
                return True
        for x in other:
            if x in self:
                return False
        return True

    def __eq__(self, other):
        if isinstance(other, set) or isinstance(other, frozenset) or isinstance(other, _dict_set_view):
            return len(self) == len(other) and _all_in(self, other)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, set) or isinstance(other, frozenset) or isinstance(other, _dict_set_view):
            return len(self) < len(other) and _all_in(self, other)
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, set) or isinstance(other, frozenset) or isinstance(other, _dict_set_view):
            return len(self) <= len(other) and _all_in(self, other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, set) or isinstance(other, frozenset) or isinstance(other, _dict_set_view):
            return len(self) > len(other) and _all_in(other, self)
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, set) or isinstance(other, frozenset) or isinstance(other, _dict_set_view):
            return len(self) >= len(other) and _all_in(other, self)
        return NotImplemented

    def __hash__(self):
        _k.type_error("unhashable type: '" + _k.type_name(self) + "'")


def _common_items(view, other):
    out = set()
    for x in other:
        if x in view:
            out.add(x)
    return out


def _all_in(some, others):
    for x in some:
        if x not in others:
            return False
    return True


def _items_xor(a, b):
    # The pairs that one of two dicts has: first those of the longer one.
    if a._used > b._used:
        return _items_xor_ordered(b, a)
    return _items_xor_ordered(a, b)


def _items_xor_ordered(small, large):
    rest = small.copy()
    out = set()
    for key, value in large.items():
        h = _hash(key)
        e = rest._find(key, h)
        if e >= 0 and _item_eq(_k.buf_get_item(rest._entries, e, 2), value):
            entry = rest._remove(e)
        else:
            out.add((key, value))
    out.update(rest.items())
    return out


class dict_keys(_dict_set_view):
    __generic__ = True

    def __iter__(self):
        return dict_keyiterator(self._dict)

    def __reversed__(self):
        return dict_reversekeyiterator(self._dict)

    def __contains__(self, key):
        return key in self._dict


class dict_items(_dict_set_view):
    __generic__ = True

    def __iter__(self):
        return dict_itemiterator(self._dict)

    def __reversed__(self):
        return dict_reverseitemiterator(self._dict)

    def __contains__(self, pair):
        if isinstance(pair, vtuple):
            if pair._len != 2:
                return False
            return self._has(_k.buf_get(pair._buf, 0), _k.buf_get(pair._buf, 1))
        if isinstance(pair, tuple):
            if _k.tuple_len(pair) != 2:
                return False
            return self._has(pair[0], pair[1])
        return False

    def _has(self, key, value):
        d = self._dict
        e = d._find(key, _hash(key))
        if e < 0:
            return False
        return _item_eq(_k.buf_get_item(d._entries, e, 2), value)


class dict_values(_dict_view):
    __generic__ = True

    def __iter__(self):
        return dict_valueiterator(self._dict)

    def __reversed__(self):
        return dict_reversevalueiterator(self._dict)
