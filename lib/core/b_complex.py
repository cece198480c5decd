# complex: two floats. Division, powers, hashes and parsing are the runtime's.


class complex:
    __generic__ = True
    __fields__ = ("_re", "_im")

    def __init__(self, real=0, imag=_ABSENT):
        if isinstance(real, str) or isinstance(real, _str_value):
            if not isinstance(imag, _absent):
                _k.type_error("complex() can't take second arg if first is a string")
            parsed = _complex_read(_plain(real))
            self._re = parsed._re
            self._im = parsed._im
            return
        if isinstance(imag, str) or isinstance(imag, _str_value):
            _k.type_error("complex() second arg can't be a string")
        first = _complex_of(real, "complex() first argument must be a string or a number, not '")
        if isinstance(imag, _absent):
            self._re = first[0]
            self._im = first[1]
            return
        second = _complex_of(imag, "complex() second argument must be a number, not '")
        if isinstance(imag, complex):
            self._re = first[0] - second[1]
        else:
            self._re = first[0]
        if isinstance(real, complex):
            self._im = first[1] + second[0]
        else:
            self._im = second[0]

    @property
    def real(self):
        return self._re

    @property
    def imag(self):
        return self._im

    def __getnewargs__(self):
        return (self._re, self._im)

    def conjugate(self):
        return _complex(self._re, -self._im)

    def __complex__(self):
        return self

    def __bool__(self):
        return self._re != 0.0 or self._im != 0.0

    def __repr__(self):
        if self._re == 0.0 and _rt.math_copysign(1.0, self._re) == 1.0:
            return _complex_part(self._im) + "j"
        tail = _complex_part(self._im)
        sign = "" if _rt.str_ord_at(tail, 0) == 45 else "+"
        return "(" + _complex_part(self._re) + sign + tail + "j)"

    def __format__(self, spec):
        if _rt.str_len(spec) == 0:
            return self.__repr__()
        return _rt.format_complex(self._re, self._im, spec)

    def __hash__(self):
        return _rt.complex_pair_hash(self._re, self._im)

    def __abs__(self):
        return _rt.complex_pair_abs(self._re, self._im)

    def __pos__(self):
        return self

    def __neg__(self):
        return _complex(-self._re, -self._im)

    def __eq__(self, other):
        other = _plain(other)
        if isinstance(other, complex):
            return self._re == other._re and self._im == other._im
        if isinstance(other, float):
            return self._re == other and self._im == 0.0
        if isinstance(other, int):
            return self._re == other and self._im == 0.0
        return NotImplemented

    def __add__(self, other):
        if isinstance(other, complex):
            return _complex(self._re + other._re, self._im + other._im)
        if isinstance(other, float):
            return _complex(self._re + other, self._im + 0.0)
        if isinstance(other, int):
            return _complex(self._re + _k.f64(other), self._im + 0.0)
        return NotImplemented

    def __radd__(self, other):
        return self.__add__(other)

    def __sub__(self, other):
        if isinstance(other, complex):
            return _complex(self._re - other._re, self._im - other._im)
        if isinstance(other, float):
            return _complex(self._re - other, self._im - 0.0)
        if isinstance(other, int):
            return _complex(self._re - _k.f64(other), self._im - 0.0)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, float):
            return _complex(other - self._re, 0.0 - self._im)
        if isinstance(other, int):
            return _complex(_k.f64(other) - self._re, 0.0 - self._im)
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, complex):
            return _complex(self._re * other._re - self._im * other._im, self._re * other._im + self._im * other._re)
        if isinstance(other, float):
            return _complex(self._re * other - self._im * 0.0, self._re * 0.0 + self._im * other)
        if isinstance(other, int):
            x = _k.f64(other)
            return _complex(self._re * x - self._im * 0.0, self._re * 0.0 + self._im * x)
        return NotImplemented

    def __rmul__(self, other):
        return self.__mul__(other)

    def __truediv__(self, other):
        if isinstance(other, complex) or isinstance(other, float) or isinstance(other, int):
            return _complex_divide(self, _as_complex(other))
        return NotImplemented

    def __rtruediv__(self, other):
        if isinstance(other, float) or isinstance(other, int):
            return _complex_divide(_as_complex(other), self)
        return NotImplemented

    def __pow__(self, other, mod=None):
        if mod is not None:
            raise ValueError("complex modulo")
        if isinstance(other, complex) or isinstance(other, float) or isinstance(other, int):
            return _complex_power(self, _as_complex(other))
        return NotImplemented

    def __rpow__(self, other):
        if isinstance(other, float) or isinstance(other, int):
            return _complex_power(_as_complex(other), self)
        return NotImplemented


def _complex(re, im):
    out = _k.new(complex)
    out._re = re
    out._im = im
    return out


def _imaginary(im):
    # The value of a literal like 2j.
    return _complex(0.0, im)


def _as_complex(x):
    if isinstance(x, complex):
        return x
    if isinstance(x, float):
        return _complex(x, 0.0)
    return _complex(_k.f64(x), 0.0)


def _complex_of(x, message):
    # The parts of an argument of complex().
    if isinstance(x, complex):
        return (x._re, x._im)
    if isinstance(x, float):
        return (x, 0.0)
    if isinstance(x, int):
        return (_k.f64(x), 0.0)
    if _k.has_method(x, "__complex__"):
        c = x.__complex__()
        return (c._re, c._im)
    if _k.has_method(x, "__float__"):
        return (x.__float__(), 0.0)
    if _k.has_method(x, "__index__"):
        return (_k.f64(_as_index(x)), 0.0)
    _k.type_error(message + _k.type_name(x) + "'")


def _complex_divide(a, b):
    out = _k.buf_new(1)
    _k.buf_init(out, 0, 0.0)
    try:
        re = _rt.complex_pair_truediv(a._re, a._im, b._re, b._im, out)
        return _complex(re, _k.buf_get(out, 0))
    finally:
        _k.buf_free(out, 1)


def _complex_power(a, b):
    out = _k.buf_new(1)
    _k.buf_init(out, 0, 0.0)
    try:
        re = _rt.complex_pair_pow(a._re, a._im, b._re, b._im, out)
        return _complex(re, _k.buf_get(out, 0))
    finally:
        _k.buf_free(out, 1)


def _complex_read(text):
    out = _k.buf_new(1)
    _k.buf_init(out, 0, 0.0)
    try:
        re = _rt.complex_pair_parse(text, out)
        return _complex(re, _k.buf_get(out, 0))
    finally:
        _k.buf_free(out, 1)


def _complex_part(x):
    # The shortest text of a float, without a fraction that is zero.
    text = _rt.float_repr(x)
    n = _rt.str_len(text)
    if n > 2 and _rt.str_ord_at(text, n - 1) == 48 and _rt.str_ord_at(text, n - 2) == 46:
        return _rt.str_substr(text, 0, n - 2)
    return text
