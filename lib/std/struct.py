"""Values in the bytes of C's structures.

A format becomes a _Layout: for each letter with its count one row. What the compiler knows about a format that is a literal
(compiler/infer/re_shape.cpp) is the parameter _shape: for each value its number and, by type, its kind: None for an int, an int for
a float, a str for bytes, a tuple for a bool.
"""
from math import copysign, frexp, inf, isinf, isnan, ldexp, nan


class error(Exception):
    pass


_LIMIT = (1 << 63) - 1


class _Layout:
    def __init__(self, format):
        self.format = format
        self.letters = []
        self.places = []
        self.sizes = []
        self.counts = []
        self.size = 0
        self.values = 0
        # By value: its row, and its place.
        self.rows = []
        self.at = []
        self.indexed = False
        self._read(format)

    def _read(self, format):
        if "\0" in format:
            raise error("embedded null character")
        native = True
        self.order = "little"
        start = 0
        if format[:1] in ("@", "=", "<", ">", "!"):
            start = 1
            native = format[0] == "@"
            if format[0] == ">" or format[0] == "!":
                self.order = "big"
        i = start
        while i < len(format):
            c = format[i]
            i += 1
            if c.isspace():
                continue
            count = 1
            if "0" <= c <= "9":
                count = 0
                while "0" <= c <= "9":
                    count = count * 10 + ord(c) - 48
                    if count > _LIMIT:
                        raise error("total struct size too long")
                    if i == len(format):
                        raise error("repeat count given without format specifier")
                    c = format[i]
                    i += 1
            self._row(c, count, native)
            if self.size > _LIMIT:
                raise error("total struct size too long")

    def _row(self, c, count, native):
        if c == "x" or c == "b" or c == "B" or c == "c" or c == "?" or c == "s" or c == "p":
            size = 1
        elif c == "h" or c == "H" or c == "e":
            size = 2
        elif c == "i" or c == "I" or c == "f":
            size = 4
        elif c == "q" or c == "Q" or c == "d":
            size = 8
        elif c == "l" or c == "L":
            size = 8 if native else 4
        elif native and (c == "n" or c == "N" or c == "P"):
            size = 8
        else:
            raise error("bad char in struct format")
        if native and size > 1:
            self.size = (self.size + size - 1) // size * size
        at = self.size
        self.size += size * count
        if c == "x" or (count == 0 and c != "s" and c != "p"):
            return
        if c == "s" or c == "p":
            size = count
            count = 1
        self.letters.append(c)
        self.places.append(at)
        self.sizes.append(size)
        self.counts.append(count)
        self.values += count

    def index(self):
        if self.indexed:
            return
        self.indexed = True
        for row in range(len(self.letters)):
            at = self.places[row]
            for _ in range(self.counts[row]):
                self.rows.append(row)
                self.at.append(at)
                at += self.sizes[row]


_layouts = {}


def _layout(format):
    if isinstance(format, bytes):
        text = format.decode("latin-1")
    elif isinstance(format, str):
        text = format
        if not text.isascii():
            text.encode("ascii")
    else:
        _k.type_error("Struct() argument 1 must be a str or bytes object, not " + _k.type_name(format))
    found = _layouts.get(text)
    if found is None:
        found = _Layout(text)
        if len(_layouts) >= 100:
            _layouts.clear()
        _layouts[text] = found
    return found


def _float_bits(x, size, letter):
    # The number whose bytes are x in a format of so many bytes.
    if size == 8:
        mantissa = 52
        bias = 1023
    elif size == 4:
        mantissa = 23
        bias = 127
    else:
        mantissa = 10
        bias = 15
    sign = 1 << (size * 8 - 1) if copysign(1.0, x) < 0.0 else 0
    top = (2 * bias + 1) << mantissa
    if isnan(x):
        return sign | top | 1 << (mantissa - 1)
    if isinf(x):
        return sign | top
    if x == 0.0:
        return sign
    fraction, exponent = frexp(abs(x))
    whole = int(fraction * 9007199254740992.0)
    exponent -= 1
    # The bits that fall away: more where the number is too small for a full mantissa.
    drop = 52 - mantissa
    if exponent < 1 - bias:
        drop += 1 - bias - exponent
        exponent = -bias
    if drop > 60:
        return sign
    kept = whole >> drop
    if drop:
        rest = whole - (kept << drop)
        half = 1 << (drop - 1)
        if rest > half or rest == half and kept & 1:
            kept += 1
    if exponent > -bias:
        kept -= 1 << mantissa
    bits = ((exponent + bias) << mantissa) + kept
    if bits >= top:
        raise OverflowError("float too large to pack with " + letter + " format")
    return sign | bits


def _float_of(bits, size):
    if size == 8:
        mantissa = 52
        bias = 1023
    elif size == 4:
        mantissa = 23
        bias = 127
    else:
        mantissa = 10
        bias = 15
    negative = bits >> (size * 8 - 1)
    exponent = bits >> mantissa & (2 * bias + 1)
    fraction = bits & ((1 << mantissa) - 1)
    if exponent == 2 * bias + 1:
        x = nan if fraction else inf
    elif exponent == 0:
        x = ldexp(float(fraction), 1 - bias - mantissa)
    else:
        x = ldexp(float(fraction + (1 << mantissa)), exponent - bias - mantissa)
    return -x if negative else x


def _out_of_range(letter, size, signed):
    if letter == "b":
        return "byte format requires -128 <= number <= 127"
    if letter == "B":
        return "ubyte format requires 0 <= number <= 255"
    if letter == "h":
        return "short format requires -32768 <= number <= 32767"
    if letter == "H":
        return "ushort format requires 0 <= number <= 65535"
    if size == 8:
        return "int too large to convert"
    low = -(1 << (size * 8 - 1)) if signed else 0
    high = (1 << (size * 8 - 1)) - 1 if signed else (1 << (size * 8)) - 1
    return "'" + letter + "' format requires " + str(low) + " <= number <= " + str(high)


def _pack_int(n, letter, size, order):
    signed = letter in "bhilqn"
    if letter == "P":
        if not -(1 << 63) <= n < 1 << 64:
            raise error("int too large to convert")
        return (n & ((1 << 64) - 1)).to_bytes(8, order)
    if signed or size < 4:
        if not -(1 << 63) <= n < 1 << 63:
            raise error("argument out of range")
    elif not 0 <= n < 1 << 64:
        raise error("argument out of range")
    if signed:
        half = 1 << (size * 8 - 1)
        if n < -half or n >= half:
            raise error(_out_of_range(letter, size, True))
    elif n < 0 or n >> size * 8:
        raise error(_out_of_range(letter, size, False))
    return n.to_bytes(size, order, signed=signed)


def _pack_one(x, letter, size, order):
    if letter == "?":
        return b"\x01" if x else b"\x00"
    if letter == "c":
        if isinstance(x, bytes):
            if len(x) == 1:
                return x
        raise error("char format requires a bytes object of length 1")
    if letter == "s" or letter == "p":
        if isinstance(x, bytes):
            data = x
        elif isinstance(x, bytearray):
            data = bytes(x)
        else:
            raise error("argument for '" + letter + "' must be a bytes object")
        if letter == "p":
            data = data[:max(min(size - 1, 255), 0)] if size else b""
            data = (bytes([len(data)]) + data if size else b"")
        return data[:size].ljust(size, b"\x00")
    if letter == "e" or letter == "f" or letter == "d":
        return _pack_float(x, letter, size).to_bytes(size, order)
    if isinstance(x, int):
        return _pack_int(x, letter, size, order)
    if _k.has_method(x, "__index__"):
        return _pack_int(x.__index__(), letter, size, order)
    raise error("required argument is not an integer")


def _pack_float(x, letter, size):
    if isinstance(x, float):
        return _float_bits(x, size, letter)
    if isinstance(x, int):
        try:
            value = float(x)
        except OverflowError:
            raise error("required argument is not a float")
        try:
            return _float_bits(value, size, letter)
        except OverflowError:
            raise error("int too large to convert")
    if _k.has_method(x, "__float__"):
        return _float_bits(x.__float__(), size, letter)
    if _k.has_method(x, "__index__"):
        return _float_bits(float(x.__index__()), size, letter)
    raise error("required argument is not a float")


def _put(values, k, layout, out):
    row = layout.rows[k]
    at = layout.at[k]
    size = layout.sizes[row]
    out[at:at + size] = _pack_one(values, layout.letters[row], size, layout.order)
    return None


def _pack(layout, values):
    layout.index()
    out = bytearray(layout.size)
    _pack_all(layout, values, out)
    return bytes(out)


def _pack_all(layout, values, out):
    k = 0
    for x in values:
        _put(x, k, layout, out)
        k += 1


def _unpack_int(data, at, letter, size, order):
    return int.from_bytes(data[at:at + size], order, signed=letter in "bhilqn")


def _unpack_bytes(data, at, letter, size):
    if letter == "p":
        if size == 0:
            raise SystemError("Negative size passed to PyBytes_FromStringAndSize")
        return data[at + 1:at + 1 + min(data[at], size - 1)]
    return data[at:at + size]


def _value(item, data, base, layout):
    # The value that an item of a shape stands for.
    k = item[0]
    row = layout.rows[k]
    at = base + layout.at[k]
    size = layout.sizes[row]
    kind = item[1]
    if kind is None:
        return _unpack_int(data, at, layout.letters[row], size, layout.order)
    if isinstance(kind, int):
        return _float_of(int.from_bytes(data[at:at + size], layout.order), size)
    if isinstance(kind, str):
        return _unpack_bytes(data, at, layout.letters[row], size)
    return data[at] != 0


def _any_value(data, at, letter, size, order):
    if letter == "s" or letter == "p" or letter == "c":
        return _unpack_bytes(data, at, letter, size)
    if letter == "e" or letter == "f" or letter == "d":
        return _float_of(int.from_bytes(data[at:at + size], order), size)
    if letter == "?":
        return data[at] != 0
    return _unpack_int(data, at, letter, size, order)


def _values(layout, data, base, shape):
    layout.index()
    if shape is not None:
        return _k.copy_tuple(_value, shape, data, base, layout)
    out = [_k.unchecked([0])]
    out.clear()
    for k in range(layout.values):
        row = layout.rows[k]
        out.append(_any_value(data, base + layout.at[k], layout.letters[row], layout.sizes[row], layout.order))
    return tuple(out)


def _data_of(buffer):
    buffer = _plain(buffer)
    if isinstance(buffer, bytes):
        return buffer
    if isinstance(buffer, bytearray) or isinstance(buffer, memoryview):
        return bytes(buffer)
    if _k.has_method(buffer, "tobytes"):
        return buffer.tobytes()
    _k.type_error("a bytes-like object is required, not '" + _k.type_name(buffer) + "'")


def _unpack(layout, buffer, shape):
    data = _data_of(buffer)
    if len(data) != layout.size:
        raise error("unpack requires a buffer of " + str(layout.size) + " bytes")
    return _values(layout, data, 0, shape)


def _unpack_from(layout, buffer, offset, shape):
    data = _data_of(buffer)
    size = layout.size
    if offset < 0:
        if offset + size > 0:
            raise error("not enough data to unpack " + str(size) + " bytes at offset " + str(offset))
        if offset + len(data) < 0:
            raise error("offset " + str(offset) + " out of range for " + str(len(data)) + "-byte buffer")
        offset += len(data)
    if len(data) - offset < size:
        raise error("unpack_from requires a buffer of at least " + str(size + offset) + " bytes for unpacking " + str(size) + " bytes at offset "
                    + str(offset) + " (actual buffer size is " + str(len(data)) + ")")
    return _values(layout, data, offset, shape)


class unpack_iterator:
    __generic__ = True
    __full_name__ = "_struct.unpack_iterator"

    def __init__(self, layout, data, shape):
        self._layout = layout
        self._data = data
        self._shape = shape
        self._at = 0

    def __iter__(self):
        return self

    def __length_hint__(self):
        return (len(self._data) - self._at) // self._layout.size

    def _next_(self):
        at = self._at
        if at >= len(self._data):
            _k.stop()
        self._at = at + self._layout.size
        return _values(self._layout, self._data, at, self._shape)

    def __next__(self):
        return next(self)


def _iter_unpack(layout, buffer, shape):
    data = _data_of(buffer)
    if layout.size == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(data) % layout.size:
        raise error("iterative unpacking requires a buffer of a multiple of " + str(layout.size) + " bytes")
    return unpack_iterator(layout, data, shape)


def _pack_into(layout, buffer, offset, values):
    if isinstance(buffer, bytes) or not (isinstance(buffer, bytearray) or isinstance(buffer, memoryview)):
        _k.type_error("read-write bytes-like object expected" if isinstance(buffer, bytes) else "a bytes-like object is required, not '" + _k.type_name(buffer) + "'")
    size = layout.size
    room = len(buffer)
    if offset < 0:
        if offset + size > 0:
            raise error("no space to pack " + str(size) + " bytes at offset " + str(offset))
        if offset + room < 0:
            raise error("offset " + str(offset) + " out of range for " + str(room) + "-byte buffer")
        offset += room
    if room - offset < size:
        raise error("pack_into requires a buffer of at least " + str(size + offset) + " bytes for packing " + str(size) + " bytes at offset "
                    + str(offset) + " (actual buffer size is " + str(room) + ")")
    data = _pack(layout, values)
    buffer[offset:offset + size] = data


def _check_count(name, layout, n):
    if n != layout.values:
        raise error(name + " expected " + str(layout.values) + " items for packing (got " + str(n) + ")")


class Struct:
    __generic__ = True
    __full_name__ = "_struct.Struct"

    def __init__(self, format, _shape=None):
        self._layout = _layout(format)
        self._shape = _shape
        self.format = self._layout.format
        self.size = self._layout.size

    def pack(self, *values):
        _check_count("pack", self._layout, len(values))
        return _pack(self._layout, values)

    def pack_into(self, buffer, offset, *values):
        _check_count("pack_into", self._layout, len(values))
        _pack_into(self._layout, buffer, offset, values)

    def unpack(self, buffer, /):
        return _unpack(self._layout, buffer, self._shape)

    def unpack_from(self, buffer, offset=0):
        return _unpack_from(self._layout, buffer, offset, self._shape)

    def iter_unpack(self, buffer, /):
        return _iter_unpack(self._layout, buffer, self._shape)


def pack(format, /, *values):
    layout = _layout(format)
    _check_count("pack", layout, len(values))
    return _pack(layout, values)


def pack_into(format, buffer, offset, /, *values):
    layout = _layout(format)
    _check_count("pack_into", layout, len(values))
    _pack_into(layout, buffer, offset, values)


def unpack(format, buffer, /, _shape=None):
    return _unpack(_layout(format), buffer, _shape)


def unpack_from(format, /, buffer, offset=0, _shape=None):
    return _unpack_from(_layout(format), buffer, offset, _shape)


def iter_unpack(format, buffer, /, _shape=None):
    return _iter_unpack(_layout(format), buffer, _shape)


def calcsize(format, /):
    return _layout(format).size
