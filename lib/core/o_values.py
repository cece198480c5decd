# What stands behind the program's own subclasses of int, float, str, bytes and tuple: an object that holds the plain value
# and hands every operation on to it. The compiler puts these classes between such a class and its base. Their special
# methods take plain values too: a program that names a special method of an int (`x.__add__`) finds it here.


def _plain(x):
    if (isinstance(x, _int_value) or isinstance(x, _float_value) or isinstance(x, _str_value) or isinstance(x, _bytes_value) or
            isinstance(x, _tuple_value)):
        return x._krait_value
    return x


class _int_value(int):
    def __new__(cls, *args, **passed):
        if not issubclass(cls, _int_value):
            return int(*args, **passed)
        made = _k.new(cls)
        made._krait_value = int(*args, **passed)
        return made

    def __repr__(self):
        return repr(_plain(self))

    def __str__(self):
        return self.__repr__()

    def __hash__(self):
        return _hash(_plain(self))

    def __format__(self, spec):
        return format(_plain(self), spec) if spec else str(self)

    def __int__(self):
        return int(_plain(self))

    def __float__(self):
        return float(_plain(self))

    def __bool__(self):
        return _plain(self) != 0

    def __abs__(self):
        return abs(_plain(self))

    def __neg__(self):
        return -_plain(self)

    def __pos__(self):
        return +_plain(self)

    def __round__(self, ndigits=None):
        return _plain(self).__round__(ndigits)

    def __trunc__(self):
        return _plain(self).__trunc__()

    def __floor__(self):
        return _plain(self).__floor__()

    def __ceil__(self):
        return _plain(self).__ceil__()

    def __divmod__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return divmod(_plain(self), value)
        return NotImplemented

    def __rdivmod__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return divmod(value, _plain(self))
        return NotImplemented

    def __index__(self):
        return _plain(self)

    def __invert__(self):
        return ~_plain(self)

    def __and__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) & value
        return NotImplemented

    def __rand__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value & _plain(self)
        return NotImplemented

    def __or__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) | value
        return NotImplemented

    def __ror__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value | _plain(self)
        return NotImplemented

    def __xor__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) ^ value
        return NotImplemented

    def __rxor__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value ^ _plain(self)
        return NotImplemented

    def __lshift__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) << value
        return NotImplemented

    def __rlshift__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value << _plain(self)
        return NotImplemented

    def __rshift__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) >> value
        return NotImplemented

    def __rrshift__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value >> _plain(self)
        return NotImplemented

    def __add__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) + value
        return NotImplemented

    def __radd__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value + _plain(self)
        return NotImplemented

    def __sub__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) - value
        return NotImplemented

    def __rsub__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value - _plain(self)
        return NotImplemented

    def __mul__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) * value
        return NotImplemented

    def __rmul__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value * _plain(self)
        return NotImplemented

    def __truediv__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) / value
        return NotImplemented

    def __rtruediv__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value / _plain(self)
        return NotImplemented

    def __floordiv__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) // value
        return NotImplemented

    def __rfloordiv__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value // _plain(self)
        return NotImplemented

    def __mod__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) % value
        return NotImplemented

    def __rmod__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value % _plain(self)
        return NotImplemented

    def __pow__(self, other, mod=None):
        value = _plain(other)
        if isinstance(value, int):
            if mod is None:
                return _plain(self) ** value
            return pow(_plain(self), value, mod)
        return NotImplemented

    def __rpow__(self, other, mod=None):
        value = _plain(other)
        if isinstance(value, int):
            if mod is None:
                return value ** _plain(self)
            return pow(value, _plain(self), mod)
        return NotImplemented

    def __lt__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) < value
        return NotImplemented

    def __le__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) <= value
        return NotImplemented

    def __gt__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) > value
        return NotImplemented

    def __ge__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) >= value
        return NotImplemented

    def __eq__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) == value
        return NotImplemented

    def __ne__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return _plain(self) != value
        return NotImplemented

    def __getnewargs__(self):
        return (_plain(self),)


class _float_value(float):
    def __new__(cls, *args, **passed):
        if not issubclass(cls, _float_value):
            return float(*args, **passed)
        made = _k.new(cls)
        # An __init__ of its own takes what keywords there are.
        if _k.has_method(made, "__init__"):
            made._krait_value = float(*args)
        else:
            made._krait_value = float(*args, **passed)
        return made

    def __repr__(self):
        return repr(_plain(self))

    def __str__(self):
        return self.__repr__()

    def __hash__(self):
        return _hash(_plain(self))

    def __format__(self, spec):
        return format(_plain(self), spec) if spec else str(self)

    def __int__(self):
        return int(_plain(self))

    def __float__(self):
        return float(_plain(self))

    def __bool__(self):
        return _plain(self) != 0

    def __abs__(self):
        return abs(_plain(self))

    def __neg__(self):
        return -_plain(self)

    def __pos__(self):
        return +_plain(self)

    def __round__(self, ndigits=None):
        return _plain(self).__round__(ndigits)

    def __trunc__(self):
        return _plain(self).__trunc__()

    def __floor__(self):
        return _plain(self).__floor__()

    def __ceil__(self):
        return _plain(self).__ceil__()

    def __divmod__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return divmod(_plain(self), value)
        return NotImplemented

    def __rdivmod__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return divmod(value, _plain(self))
        return NotImplemented

    def __add__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) + value
        return NotImplemented

    def __radd__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value + _plain(self)
        return NotImplemented

    def __sub__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) - value
        return NotImplemented

    def __rsub__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value - _plain(self)
        return NotImplemented

    def __mul__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) * value
        return NotImplemented

    def __rmul__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value * _plain(self)
        return NotImplemented

    def __truediv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) / value
        return NotImplemented

    def __rtruediv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value / _plain(self)
        return NotImplemented

    def __floordiv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) // value
        return NotImplemented

    def __rfloordiv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value // _plain(self)
        return NotImplemented

    def __mod__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) % value
        return NotImplemented

    def __rmod__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value % _plain(self)
        return NotImplemented

    def __pow__(self, other, mod=None):
        value = _plain(other)
        if mod is not None:
            raise TypeError("pow() 3rd argument not allowed unless all arguments are integers")
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) ** value
        return NotImplemented

    def __rpow__(self, other, mod=None):
        value = _plain(other)
        if mod is not None:
            raise TypeError("pow() 3rd argument not allowed unless all arguments are integers")
        if isinstance(value, int) or isinstance(value, float):
            return value ** _plain(self)
        return NotImplemented

    def __lt__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) < value
        return NotImplemented

    def __le__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) <= value
        return NotImplemented

    def __gt__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) > value
        return NotImplemented

    def __ge__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) >= value
        return NotImplemented

    def __eq__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) == value
        return NotImplemented

    def __ne__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return _plain(self) != value
        return NotImplemented

    def __getnewargs__(self):
        return (_plain(self),)


class _str_value(str):
    def __new__(cls, *args, **passed):
        if not issubclass(cls, _str_value):
            return str(*args, **passed)
        made = _k.new(cls)
        made._krait_value = str(*args, **passed)
        return made

    def __str__(self):
        return _plain(self)

    def __repr__(self):
        return repr(_plain(self))

    def __hash__(self):
        return _hash(_plain(self))

    def __format__(self, spec):
        return format(_plain(self), spec) if spec else str(self)

    def __len__(self):
        return _plain(self).__len__()

    def __iter__(self):
        return iter(_plain(self))

    def __getitem__(self, index):
        return _plain(self)[index]

    def __contains__(self, sub):
        return _plain(sub) in _plain(self)

    def __mod__(self, values):
        return _plain(self) % values

    def __rmod__(self, template):
        if isinstance(template, str):
            return _percent(template, self)
        return NotImplemented

    def __mul__(self, times):
        return _plain(self) * times

    def __rmul__(self, times):
        return _plain(self) * times

    def __add__(self, other):
        return _plain(self) + _plain(other)

    def __lt__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return _plain(self) < value
        return NotImplemented

    def __le__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return _plain(self) <= value
        return NotImplemented

    def __gt__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return _plain(self) > value
        return NotImplemented

    def __ge__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return _plain(self) >= value
        return NotImplemented

    def __eq__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return _plain(self) == value
        return NotImplemented

    def __ne__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return _plain(self) != value
        return NotImplemented

    def __getnewargs__(self):
        return (_plain(self),)


class _bytes_value(bytes):
    def __new__(cls, *args, **passed):
        if not issubclass(cls, _bytes_value):
            return bytes(*args, **passed)
        made = _k.new(cls)
        made._krait_value = bytes(*args, **passed)
        return made

    def __bytes__(self):
        return self._krait_value

    def __repr__(self):
        return repr(_plain(self))

    def __str__(self):
        return repr(self)

    def __hash__(self):
        return _hash(_plain(self))

    def __len__(self):
        return _plain(self).__len__()

    def __iter__(self):
        return iter(_plain(self))

    def __getitem__(self, index):
        return _plain(self)[index]

    def __contains__(self, item):
        return _plain(item) in _plain(self)

    def __mod__(self, values):
        return _plain(self) % values

    def __rmod__(self, template):
        if isinstance(template, bytes):
            return template % _plain(self)
        return NotImplemented

    def __mul__(self, times):
        return _plain(self) * times

    def __rmul__(self, times):
        return _plain(self) * times

    def __add__(self, other):
        return _plain(self) + _plain(other)

    def __lt__(self, other):
        value = _plain(other)
        if isinstance(value, bytes) or isinstance(value, bytearray):
            return _plain(self) < value
        return NotImplemented

    def __le__(self, other):
        value = _plain(other)
        if isinstance(value, bytes) or isinstance(value, bytearray):
            return _plain(self) <= value
        return NotImplemented

    def __gt__(self, other):
        value = _plain(other)
        if isinstance(value, bytes) or isinstance(value, bytearray):
            return _plain(self) > value
        return NotImplemented

    def __ge__(self, other):
        value = _plain(other)
        if isinstance(value, bytes) or isinstance(value, bytearray):
            return _plain(self) >= value
        return NotImplemented

    def __eq__(self, other):
        value = _plain(other)
        if isinstance(value, bytes) or isinstance(value, bytearray):
            return _plain(self) == value
        return NotImplemented

    def __ne__(self, other):
        value = _plain(other)
        if isinstance(value, bytes) or isinstance(value, bytearray):
            return _plain(self) != value
        return NotImplemented

    def __getnewargs__(self):
        return (_plain(self),)


class _tuple_value(tuple):
    def __new__(cls, *args, **passed):
        if not issubclass(cls, _tuple_value):
            return tuple(*args, **passed)
        made = _k.new(cls)
        if _k.has_method(made, "__init__"):
            made._krait_value = tuple(*args)
        else:
            made._krait_value = tuple(*args, **passed)
        return made

    def __repr__(self):
        return repr(_plain(self))

    def __str__(self):
        return repr(self)

    def __hash__(self):
        return _hash(_plain(self))

    def __len__(self):
        return _plain(self).__len__()

    def __iter__(self):
        return iter(_plain(self))

    def __reversed__(self):
        return reversed(_plain(self))

    def __getitem__(self, index):
        return _plain(self)[index]

    def __contains__(self, item):
        return item in _plain(self)

    def index(self, *args):
        return _plain(self).index(*args)

    def count(self, item):
        return _plain(self).count(item)

    def __mul__(self, times):
        return _plain(self) * times

    def __rmul__(self, times):
        return _plain(self) * times

    def __add__(self, other):
        value = _plain(other)
        if isinstance(value, tuple):
            return _plain(self) + value
        raise TypeError('can only concatenate tuple (not "' + _k.type_name(other) + '") to tuple')

    def __lt__(self, other):
        value = _plain(other)
        if isinstance(value, tuple):
            return _plain(self) < value
        return NotImplemented

    def __le__(self, other):
        value = _plain(other)
        if isinstance(value, tuple):
            return _plain(self) <= value
        return NotImplemented

    def __gt__(self, other):
        value = _plain(other)
        if isinstance(value, tuple):
            return _plain(self) > value
        return NotImplemented

    def __ge__(self, other):
        value = _plain(other)
        if isinstance(value, tuple):
            return _plain(self) >= value
        return NotImplemented

    def __eq__(self, other):
        value = _plain(other)
        if isinstance(value, tuple):
            return _plain(self) == value
        return NotImplemented

    def __ne__(self, other):
        value = _plain(other)
        if isinstance(value, tuple):
            return _plain(self) != value
        return NotImplemented

    def __getnewargs__(self):
        return (_plain(self),)
