# int and float.


def _int_base(base):
    # A base that fits no machine integer is as wrong as 1.
    n = _as_index(base)
    if n < 0 or n > 36:
        return _k.i64(1)
    return _k.i64(n)


class int:
    def __new__(cls, x=0, /, base=None):
        if isinstance(x, str):
            if base is None:
                return _rt.int_parse(x, 10)
            return _rt.int_parse(x, _int_base(base))
        if base is not None:
            if isinstance(x, bytes) or isinstance(x, bytearray):
                return _rt.int_parse_bytes(_bytes_like(x), _int_base(base))
            if isinstance(x, _str_value):
                return _rt.int_parse(x._krait_value, _int_base(base))
            if isinstance(x, _bytes_value):
                return _rt.int_parse_bytes(x._krait_value, _int_base(base))
            _k.type_error("int() can't convert non-string with explicit base")
        if isinstance(x, bool):
            return _k.bool_int(x)
        if isinstance(x, int):
            return x
        if isinstance(x, float):
            return _rt.int_from_f64(x)
        if isinstance(x, bytes) or isinstance(x, bytearray) or isinstance(x, memoryview):
            return _rt.int_parse_bytes(_bytes_like(x), 10)
        return _to_int(x)

    def __repr__(self):
        return _rt.int_str(self)

    def __hash__(self):
        if _k.is_small(self):
            v = _k.i64(self)
            if -2305843009213693951 < v and v < 2305843009213693951:
                if v == -1:
                    return _k.i64(-2)
                return v
        return _rt.int_hash(self)

    def __format__(self, spec):
        return _rt.format_int(self, spec)

    def __abs__(self):
        return _rt.int_abs(self)

    def __int__(self):
        return self

    def __index__(self):
        return self

    def __float__(self):
        return _k.f64(self)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return self
        if not isinstance(ndigits, int):
            return self.__round__(_as_index(ndigits))
        if ndigits >= 0:
            return self
        return _rt.int_round(self, ndigits)

    def __floor__(self):
        return self

    def __ceil__(self):
        return self

    def __trunc__(self):
        return self

    def __neg__(self):
        return -self

    def __divmod__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return (self // value, self % value)
        return NotImplemented

    def __rdivmod__(self, other):
        value = _plain(other)
        if isinstance(value, int):
            return (value // self, value % self)
        return NotImplemented

    def bit_length(self):
        return _k.to_int(_rt.int_bit_length(self))

    def bit_count(self):
        return _k.to_int(_rt.int_bit_count(self))

    def conjugate(self):
        return self

    def is_integer(self):
        return True

    def as_integer_ratio(self):
        return (self, 1)

    @property
    def real(self):
        return _plain(self)

    @property
    def imag(self):
        return 0

    @property
    def numerator(self):
        return _plain(self)

    @property
    def denominator(self):
        return 1

    def __pos__(self):
        return self

    def __invert__(self):
        return ~self

    def __bool__(self):
        return self != 0

    def to_bytes(self, length=1, byteorder="big", *, signed=False):
        little = _is_little(byteorder)
        n = _ssize(length)
        if n < 0:
            raise ValueError("length argument must be non-negative")
        return _rt.int_to_bytes(self, n, little, True if signed else False)

    @classmethod
    def from_bytes(cls, bytes, byteorder="big", *, signed=False):
        little = _is_little(byteorder)
        value = _rt.int_from_bytes(_bytes_argument(bytes), little, True if signed else False)
        if cls is int:
            return value
        return cls(value)


def _is_little(byteorder):
    if byteorder == "little":
        return True
    if byteorder != "big":
        raise ValueError("byteorder must be either 'little' or 'big'")
    return False


def _bytes_argument(source):
    if _k.has_method(source, "__bytes__"):
        return source.__bytes__()
    if isinstance(source, bytes):
        return source
    complaint = "cannot convert '" + _k.type_name(source) + "' object to bytes"
    if isinstance(source, str):
        _k.type_error(complaint)
    return _bytes_from_items(_iter_or(source, complaint))


def _to_int(x):
    if _k.has_method(x, "__int__"):
        n = x.__int__()
        if isinstance(n, _int_value):
            return n._krait_value
        if not isinstance(n, int):
            _k.type_error("__int__ returned non-int (type " + _k.type_name(n) + ")")
        return n
    if _k.has_method(x, "__index__"):
        return _as_index(x)
    if _k.has_method(x, "__trunc__"):
        return x.__trunc__()
    if isinstance(x, _str_value):
        return _rt.int_parse(x._krait_value, 10)
    if isinstance(x, _bytes_value):
        return _rt.int_parse_bytes(x._krait_value, 10)
    _k.type_error("int() argument must be a string, a bytes-like object or a real number, not '" + _k.type_name(x) + "'")


class bool(int):
    def __new__(cls, x=False, /):
        return True if x else False

    def __repr__(self):
        return "True" if self else "False"

    def __hash__(self):
        return _k.bool_i64(self)

    def __format__(self, spec):
        return _rt.format_bool(self, spec)

    def __bool__(self):
        return self

    def __abs__(self):
        return _k.bool_int(self)

    def __int__(self):
        return _k.bool_int(self)

    def __index__(self):
        return _k.bool_int(self)

    def __pos__(self):
        return _k.bool_int(self)

    def __floor__(self):
        return _k.bool_int(self)

    def __ceil__(self):
        return _k.bool_int(self)

    def __trunc__(self):
        return _k.bool_int(self)

    def __round__(self, ndigits=None):
        return _k.bool_int(self).__round__(ndigits)

    def conjugate(self):
        return _k.bool_int(self)

    def as_integer_ratio(self):
        return (_k.bool_int(self), 1)

    @property
    def real(self):
        return _k.bool_int(self)

    @property
    def numerator(self):
        return _k.bool_int(self)


def _int_pow(a, b):
    return _rt.int_pow(a, b)


def _int_pow_negative(a, b):
    return _rt.int_pow_float(a, b)


def _int_pow_any(a, b):
    if b < 0:
        return _rt.int_pow_float(a, b)
    return _rt.int_pow(a, b)


def _float_floordiv(a, b):
    return _rt.float_floordiv(a, b)


def _float_mod(a, b):
    return _rt.float_mod(a, b)


def _float_pow(a, b):
    if _rt.float_pow_needs_complex(a, b):
        raise NotImplementedError("a negative number to the power of a fraction is complex: write complex(x) ** y, or compile with --types=dynamic")
    return _rt.float_pow(a, b)


# With dynamic types a power may be complex everywhere.
def _float_pow_any(a, b):
    if _rt.float_pow_needs_complex(a, b):
        return _complex_pow(a, b)
    return _rt.float_pow(a, b)


# A power that the compiler knows to be complex.
def _complex_pow(a, b):
    return _complex_power(complex(a), complex(b))


class float:
    def __new__(cls, x=0.0, /):
        if isinstance(x, float):
            return x
        if isinstance(x, int):
            return _k.f64(x)
        if isinstance(x, str):
            return _rt.float_parse(x)
        if isinstance(x, bytes) or isinstance(x, bytearray) or isinstance(x, memoryview):
            return _float_of_buffer(x)
        return _to_float(x)

    def __repr__(self):
        return _rt.float_repr(self)

    def __hash__(self):
        return _rt.float_hash(self)

    def __format__(self, spec):
        return _rt.format_float(self, spec)

    def __abs__(self):
        return _k.fabs(self)

    def __int__(self):
        return _rt.int_from_f64(self)

    def __float__(self):
        return self

    def __trunc__(self):
        return _rt.int_from_f64(self)

    def __floor__(self):
        return _rt.float_floor(self)

    def __ceil__(self):
        return _rt.float_ceil(self)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _rt.float_round_int(self)
        return _rt.float_round(self, _as_index(ndigits))

    def __divmod__(self, other):
        value = _plain(other)
        if isinstance(value, float) or isinstance(value, int):
            return _divmod_floats(self, _k.f64(value))
        return NotImplemented

    def __rdivmod__(self, other):
        value = _plain(other)
        if isinstance(value, float) or isinstance(value, int):
            return _divmod_floats(_k.f64(value), self)
        return NotImplemented

    def is_integer(self):
        return _rt.float_is_integer(self)

    def __bool__(self):
        return self != 0.0

    def __neg__(self):
        return -self

    def __pos__(self):
        return self

    def as_integer_ratio(self):
        out = _k.buf_new(1)
        _k.buf_init(out, 0, 0)
        try:
            top = _rt.float_as_integer_ratio(self, out)
            return (top, _k.buf_take(out, 0))
        finally:
            _k.buf_free(out, 1)

    def hex(self):
        return _rt.float_hex(self)

    @classmethod
    def fromhex(cls, string):
        if not isinstance(string, str):
            _k.type_error("bad argument type for built-in operation")
        if cls is float:
            return _rt.float_fromhex(string)
        return cls(_rt.float_fromhex(string))

    def conjugate(self):
        return self

    @property
    def real(self):
        return _plain(self)

    @property
    def imag(self):
        return 0.0


def _float_of_buffer(x):
    try:
        return _rt.float_parse_bytes(_bytes_like(x))
    except ValueError:
        pass
    raise ValueError("could not convert string to float: " + repr(x))


def _to_float(x):
    if _k.has_method(x, "__float__"):
        n = x.__float__()
        if isinstance(n, _float_value):
            return n._krait_value
        if not isinstance(n, float):
            _k.type_error(_k.type_name(x) + ".__float__ returned non-float (type " + _k.type_name(n) + ")")
        return n
    if _k.has_method(x, "__index__"):
        return _k.f64(_as_index(x))
    if isinstance(x, _str_value):
        return _rt.float_parse(x._krait_value)
    if isinstance(x, _bytes_value):
        return _rt.float_parse_bytes(x._krait_value)
    _k.type_error("float() argument must be a string or a real number, not '" + _k.type_name(x) + "'")
