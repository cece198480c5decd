# str and bytes.


class str:
    def __new__(cls, obj=""):
        if isinstance(obj, str):
            return obj
        if isinstance(obj, BaseException):
            return obj.__str__()
        return _to_str(obj)

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
        return NotImplemented

    def __mul__(self, times):
        if isinstance(times, int):
            return _rt.str_repeat(self, _k.index(times))
        return NotImplemented

    def __rmul__(self, times):
        return self.__mul__(times)


def _to_str(obj):
    return obj.__str__()


class bytes:
    def __repr__(self):
        return _rt.bytes_repr(self)
