"""Sequences of numbers of one machine type.

What the compiler knows of a typecode that is a literal (compiler/infer/re_shape.cpp) is the parameter _shape: an int for
typecodes of ints, a str for those of floats, a tuple for that of texts. Of other typecodes the items are of every type.
"""
import struct as _struct
from math import copysign as _copysign, inf as _inf

typecodes = "bBuhHiIlLqQfd"

_SIZES = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
# The checks of a signed value in their order: the bits and the name.
_CHECKS = {"b": ((16, True, "signed short integer"), (8, True, "signed char")),
           "B": ((8, False, "unsigned byte integer"),),
           "h": ((16, True, "signed short integer"),),
           "H": ((32, True, "signed integer"), (16, False, "unsigned short")),
           "i": ((32, True, "signed integer"),), "l": ()}
_LONG = 1 << 63


def _checked(code, value):
    # The value as an int that fits.
    if not (isinstance(value, int) or _k.has_method(value, "__index__")):
        raise TypeError("'" + _k.type_name(value) + "' object cannot be interpreted as an integer")
    n = _as_index(value)
    if code == "q" or code == "Q":
        if code == "Q" and n < 0:
            raise OverflowError("can't convert negative int to unsigned")
        if n < -_LONG or n >= (2 * _LONG if code == "Q" else _LONG):
            raise OverflowError("int too big to convert")
        return n
    if code == "I" or code == "L":
        if n < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        if n >= 2 * _LONG:
            raise OverflowError("Python int too large to convert to C unsigned long")
        if code == "I" and n >= 1 << 32:
            raise OverflowError("unsigned int is greater than maximum")
        return n
    if n < -_LONG or n >= _LONG:
        raise OverflowError("Python int too large to convert to C long")
    for bits, signed, name in _CHECKS[code]:
        if n >= 1 << (bits - 1 if signed else bits):
            raise OverflowError(name + " is greater than maximum")
        if n < (-(1 << (bits - 1)) if signed else 0):
            raise OverflowError(name + " is less than minimum")
    return n


def _real(code, value):
    if not (isinstance(value, float) or _k.has_method(value, "__float__") or _k.has_method(value, "__index__")):
        raise TypeError("must be real number, not " + _k.type_name(value))
    x = float(value)
    if code == "f":
        try:
            return _struct.unpack("<f", _struct.pack("<f", x))[0]
        except OverflowError:
            return _copysign(_inf, x)
    return x


def _character(value):
    text = _plain(value)
    if not isinstance(text, str) or len(text) != 1:
        raise TypeError("array item must be unicode character")
    return text


class array:
    __full_name__ = "array.array"
    __generic__ = True

    def __init__(self, typecode, initializer=(), _shape=None):
        code = _plain(typecode)
        if not isinstance(code, str) or len(code) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not " + _k.type_name(typecode))
        if code not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = code
        self.itemsize = _SIZES[code]
        self._shape = _shape
        self._items = [] if _shape is not None else _k.unchecked([])
        text = _plain(initializer)
        if isinstance(text, str):
            if code != "u":
                raise TypeError("cannot use a str to initialize an array with typecode '" + code + "'")
            for c in text:
                self._items.append(self._item(c))
        elif isinstance(text, bytes) or isinstance(text, bytearray):
            self.frombytes(text)
        else:
            if isinstance(text, array) and text.typecode == "u" and code != "u":
                raise TypeError("cannot use a unicode array to initialize an array with typecode '" + code + "'")
            for x in _iter_or(text, "'" + _k.type_name(text) + "' object is not iterable"):
                self._items.append(self._item(x))

    def _item(self, value):
        # What an item becomes.
        if isinstance(self._shape, int):
            return _checked(self.typecode, value)
        if isinstance(self._shape, str):
            return _real(self.typecode, value)
        if isinstance(self._shape, tuple):
            return _character(value)
        if self.typecode == "u":
            return _character(value)
        if self.typecode == "f" or self.typecode == "d":
            return _real(self.typecode, value)
        return _checked(self.typecode, value)

    def _like(self, items):
        # Another array of the same type.
        new = array(self.typecode, (), self._shape)
        for x in items:
            new._items.append(x)
        return new

    def _same_kind(self, other):
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return [self._item(x) for x in other._items]

    def append(self, item):
        self._items.append(self._item(item))

    def extend(self, items):
        if isinstance(items, array):
            if items.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            for x in list(items._items):
                self._items.append(self._item(x))
        else:
            for x in _iter_or(items, "'" + _k.type_name(items) + "' object is not iterable"):
                self._items.append(self._item(x))

    def fromlist(self, items):
        if not isinstance(items, list):
            raise TypeError("arg must be list")
        new = [self._item(x) for x in items]
        self._items.extend(new)

    def frombytes(self, data):
        raw = _bytes_like(data)
        size = self.itemsize
        if len(raw) % size:
            raise ValueError("bytes length not a multiple of item size")
        self._items.extend([self._read(raw[i:i + size]) for i in range(0, len(raw), size)])

    def _read(self, raw):
        if isinstance(self._shape, int):
            return self._read_int(raw)
        if isinstance(self._shape, str):
            return self._read_float(raw)
        if isinstance(self._shape, tuple):
            return self._read_character(raw)
        if self.typecode == "u":
            return self._read_character(raw)
        if self.typecode == "f" or self.typecode == "d":
            return self._read_float(raw)
        return self._read_int(raw)

    def _read_int(self, raw):
        return int.from_bytes(raw, "little", signed=self.typecode in "bhilq")

    def _read_float(self, raw):
        return _struct.unpack("<f", raw)[0] if self.typecode == "f" else _struct.unpack("<d", raw)[0]

    def _read_character(self, raw):
        n = int.from_bytes(raw, "little")
        if n > 0x10ffff:
            raise ValueError("character U+" + format(n, "x") + " is not in range [U+0000; U+10ffff]")
        return chr(n)

    def fromfile(self, file, n):
        data = file.read(n * self.itemsize)
        self.frombytes(data[:len(data) - len(data) % self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def fromunicode(self, text):
        if self.typecode != "u":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        for c in text:
            self._items.append(self._item(c))

    def tounicode(self):
        if self.typecode != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join([_character(c) for c in self._items])

    def tolist(self):
        return list(self._items)

    def _write(self, value):
        if isinstance(value, int):
            return value.to_bytes(self.itemsize, "little", signed=value < 0)
        if isinstance(value, float):
            return _struct.pack("<f", value) if self.typecode == "f" else _struct.pack("<d", value)
        return ord(value).to_bytes(4, "little")

    def tobytes(self):
        return b"".join([self._write(x) for x in self._items])

    def _buffer_(self):
        return self.tobytes()

    # What a file read: at the beginning, the rest stays.
    def _store_(self, data):
        size = self.itemsize
        whole = data + self.tobytes()[len(data):]
        self._items[:] = [self._read(whole[i:i + size]) for i in range(0, len(whole), size)]

    def tofile(self, file):
        file.write(self.tobytes())

    def byteswap(self):
        size = self.itemsize
        data = b"".join([self._write(x)[::-1] for x in self._items])
        new = [self._read(data[i:i + size]) for i in range(0, len(data), size)]
        self._items[:] = new

    def buffer_info(self):
        _k.refuse("the address of an array's items")

    def count(self, value):
        n = 0
        for x in self._items:
            if x == value:
                n += 1
        return n

    def index(self, value, start=0, stop=_LONG):
        n = len(self._items)
        at = max(start + n, 0) if start < 0 else start
        end = stop + n if stop < 0 else min(stop, n)
        while at < end and at < len(self._items):
            if self._items[at] == value:
                return at
            at += 1
        raise ValueError("array.index(x): x not in array")

    def insert(self, index, item):
        self._items.insert(index, self._item(item))

    def pop(self, index=-1):
        if not self._items:
            raise IndexError("pop from empty array")
        n = len(self._items)
        if not -n <= index < n:
            raise IndexError("pop index out of range")
        return self._items.pop(index)

    def remove(self, value):
        for i, x in enumerate(self._items):
            if x == value:
                del self._items[i]
                return
        raise ValueError("array.remove(x): x not in array")

    def reverse(self):
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        for x in self._items:
            if x == value:
                return True
        return False

    def _place(self, index, message):
        i = _as_index(index)
        n = len(self._items)
        if not -n <= i < n:
            raise IndexError(message)
        return i

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._like(self._items[index])
        if not (isinstance(index, int) or _k.has_method(index, "__index__")):
            raise TypeError("array indices must be integers")
        return self._items[self._place(index, "array index out of range")]

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError('can only assign array (not "' + _k.type_name(value) + '") to array slice')
            items = self._same_kind(value)
            start, stop, step = index.indices(len(self._items))
            if step != 1 and len(items) != len(range(start, stop, step)) and items:
                raise ValueError("attempt to assign array of size " + str(len(items)) + " to extended slice of size " +
                                 str(len(range(start, stop, step))))
            if step != 1 and not items:
                del self._items[index]
            else:
                self._items[index] = items
            return
        if not (isinstance(index, int) or _k.has_method(index, "__index__")):
            raise TypeError("array indices must be integers")
        place = self._place(index, "array assignment index out of range")
        self._items[place] = self._item(value)

    def __delitem__(self, index):
        if isinstance(index, slice):
            del self._items[index]
            return
        if not (isinstance(index, int) or _k.has_method(index, "__index__")):
            raise TypeError("array indices must be integers")
        del self._items[self._place(index, "array assignment index out of range")]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only append array (not "' + _k.type_name(other) + '") to array')
        return self._like(list(self._items) + self._same_kind(other))

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend array with array (not "' + _k.type_name(other) + '")')
        self.extend(other)
        return self

    def __mul__(self, times):
        if not (isinstance(times, int) or _k.has_method(times, "__index__")):
            raise TypeError("can't multiply sequence by non-int of type '" + _k.type_name(times) + "'")
        return self._like(self._items * _as_index(times))

    def __rmul__(self, times):
        return self.__mul__(times)

    def __imul__(self, times):
        if not (isinstance(times, int) or _k.has_method(times, "__index__")):
            raise TypeError("can't multiply sequence by non-int of type '" + _k.type_name(times) + "'")
        self._items *= _as_index(times)
        return self

    def __eq__(self, other):
        if not isinstance(other, array):
            return NotImplemented
        if len(self._items) != len(other._items):
            return False
        for a, b in zip(self._items, other._items):
            if a != b:
                return False
        return True

    def _order(self, other):
        # Like a comparison's result: what the first different items say, then the lengths.
        for a, b in zip(self._items, other._items):
            if a != b:
                return -1 if a < b else 1
        return len(self._items) - len(other._items)

    def __lt__(self, other):
        return self._order(other) < 0 if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._order(other) <= 0 if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._order(other) > 0 if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._order(other) >= 0 if isinstance(other, array) else NotImplemented

    def __hash__(self):
        raise TypeError("unhashable type: 'array.array'")

    def __copy__(self):
        return self._like(self._items)

    def __deepcopy__(self, memo):
        return self._like(self._items)

    def __repr__(self):
        if not self._items:
            return "array('" + self.typecode + "')"
        if self.typecode == "u":
            return "array('u', " + repr(self.tounicode()) + ")"
        return "array('" + self.typecode + "', " + repr(self._items) + ")"


ArrayType = array
