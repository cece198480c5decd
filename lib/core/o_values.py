# What stands behind the program's own subclasses of int, float and str: an object that holds the plain value
# and hands every operation on to it. The compiler puts these classes between such a class and its base.


def _plain(x):
    if isinstance(x, _int_value) or isinstance(x, _float_value) or isinstance(x, _str_value):
        return x._krait_value
    return x


class _int_value(int):
    def __new__(cls, *args, **passed):
        made = _k.new(cls)
        made._krait_value = int(*args, **passed)
        return made

    def __repr__(self):
        return repr(self._krait_value)

    def __str__(self):
        return self.__repr__()

    def __hash__(self):
        return _hash(self._krait_value)

    def __format__(self, spec):
        return format(self._krait_value, spec)

    def __int__(self):
        return int(self._krait_value)

    def __float__(self):
        return float(self._krait_value)

    def __bool__(self):
        return self._krait_value != 0

    def __abs__(self):
        return abs(self._krait_value)

    def __neg__(self):
        return -self._krait_value

    def __pos__(self):
        return +self._krait_value

    def __round__(self, ndigits=None):
        return self._krait_value.__round__(ndigits)

    def __trunc__(self):
        return self._krait_value.__trunc__()

    def __floor__(self):
        return self._krait_value.__floor__()

    def __ceil__(self):
        return self._krait_value.__ceil__()

    def __divmod__(self, other):
        return divmod(self._krait_value, _plain(other))

    def __rdivmod__(self, other):
        return divmod(other, self._krait_value)

    def __index__(self):
        return self._krait_value

    def __invert__(self):
        return ~self._krait_value

    def __and__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return self._krait_value & value
        return NotImplemented

    def __rand__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value & self._krait_value
        return NotImplemented

    def __or__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return self._krait_value | value
        return NotImplemented

    def __ror__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value | self._krait_value
        return NotImplemented

    def __xor__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return self._krait_value ^ value
        return NotImplemented

    def __rxor__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value ^ self._krait_value
        return NotImplemented

    def __lshift__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return self._krait_value << value
        return NotImplemented

    def __rlshift__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value << self._krait_value
        return NotImplemented

    def __rshift__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return self._krait_value >> value
        return NotImplemented

    def __rrshift__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return value >> self._krait_value
        return NotImplemented

    def __add__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value + value
        return NotImplemented

    def __radd__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value + self._krait_value
        return NotImplemented

    def __sub__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value - value
        return NotImplemented

    def __rsub__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value - self._krait_value
        return NotImplemented

    def __mul__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value * value
        return NotImplemented

    def __rmul__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value * self._krait_value
        return NotImplemented

    def __truediv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value / value
        return NotImplemented

    def __rtruediv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value / self._krait_value
        return NotImplemented

    def __floordiv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value // value
        return NotImplemented

    def __rfloordiv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value // self._krait_value
        return NotImplemented

    def __mod__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value % value
        return NotImplemented

    def __rmod__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value % self._krait_value
        return NotImplemented

    def __pow__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value ** value
        return NotImplemented

    def __rpow__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value ** self._krait_value
        return NotImplemented

    def __lt__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value < value
        return NotImplemented

    def __le__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value <= value
        return NotImplemented

    def __gt__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value > value
        return NotImplemented

    def __ge__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value >= value
        return NotImplemented

    def __eq__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value == value
        return NotImplemented

    def __ne__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value != value
        return NotImplemented


class _float_value(float):
    def __new__(cls, *args, **passed):
        made = _k.new(cls)
        made._krait_value = float(*args, **passed)
        return made

    def __repr__(self):
        return repr(self._krait_value)

    def __str__(self):
        return self.__repr__()

    def __hash__(self):
        return _hash(self._krait_value)

    def __format__(self, spec):
        return format(self._krait_value, spec)

    def __int__(self):
        return int(self._krait_value)

    def __float__(self):
        return float(self._krait_value)

    def __bool__(self):
        return self._krait_value != 0

    def __abs__(self):
        return abs(self._krait_value)

    def __neg__(self):
        return -self._krait_value

    def __pos__(self):
        return +self._krait_value

    def __round__(self, ndigits=None):
        return self._krait_value.__round__(ndigits)

    def __trunc__(self):
        return self._krait_value.__trunc__()

    def __floor__(self):
        return self._krait_value.__floor__()

    def __ceil__(self):
        return self._krait_value.__ceil__()

    def __divmod__(self, other):
        return divmod(self._krait_value, _plain(other))

    def __rdivmod__(self, other):
        return divmod(other, self._krait_value)

    def __add__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value + value
        return NotImplemented

    def __radd__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value + self._krait_value
        return NotImplemented

    def __sub__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value - value
        return NotImplemented

    def __rsub__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value - self._krait_value
        return NotImplemented

    def __mul__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value * value
        return NotImplemented

    def __rmul__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value * self._krait_value
        return NotImplemented

    def __truediv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value / value
        return NotImplemented

    def __rtruediv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value / self._krait_value
        return NotImplemented

    def __floordiv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value // value
        return NotImplemented

    def __rfloordiv__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value // self._krait_value
        return NotImplemented

    def __mod__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value % value
        return NotImplemented

    def __rmod__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value % self._krait_value
        return NotImplemented

    def __pow__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value ** value
        return NotImplemented

    def __rpow__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return value ** self._krait_value
        return NotImplemented

    def __lt__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value < value
        return NotImplemented

    def __le__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value <= value
        return NotImplemented

    def __gt__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value > value
        return NotImplemented

    def __ge__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value >= value
        return NotImplemented

    def __eq__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value == value
        return NotImplemented

    def __ne__(self, other):
        value = _plain(other)
        if isinstance(value, int) or isinstance(value, float):
            return self._krait_value != value
        return NotImplemented



class _str_value(str):
    def __new__(cls, *args, **passed):
        made = _k.new(cls)
        made._krait_value = str(*args, **passed)
        return made

    def __str__(self):
        return self._krait_value

    def __repr__(self):
        return repr(self._krait_value)

    def __hash__(self):
        return _hash(self._krait_value)

    def __format__(self, spec):
        return format(str(self), spec)

    def __len__(self):
        return self._krait_value.__len__()

    def __iter__(self):
        return iter(self._krait_value)

    def __getitem__(self, index):
        return self._krait_value[index]

    def __contains__(self, sub):
        return _plain(sub) in self._krait_value

    def __mod__(self, values):
        return self._krait_value % values

    def __rmod__(self, template):
        if isinstance(template, str):
            return template % self._krait_value
        return NotImplemented

    def __mul__(self, times):
        return self._krait_value * times

    def __rmul__(self, times):
        return self._krait_value * times

    def __add__(self, other):
        return self._krait_value + _plain(other)

    def __radd__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return value + self._krait_value
        return NotImplemented

    def __lt__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return self._krait_value < value
        return NotImplemented

    def __le__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return self._krait_value <= value
        return NotImplemented

    def __gt__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return self._krait_value > value
        return NotImplemented

    def __ge__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return self._krait_value >= value
        return NotImplemented

    def __eq__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return self._krait_value == value
        return NotImplemented

    def __ne__(self, other):
        value = _plain(other)
        if isinstance(value, str):
            return self._krait_value != value
        return NotImplemented
