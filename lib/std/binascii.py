"""Binary data as text."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes_of(x):
    # Also of an ASCII text.
    x = _plain(x)
    if isinstance(x, str):
        if not x.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return x.encode()
    if isinstance(x, bytes):
        return x
    if isinstance(x, bytearray) or isinstance(x, memoryview) or _k.has_method(x, "_buffer_"):
        return bytes(x)
    raise TypeError("argument should be bytes, buffer or ASCII string, not '" + _k.type_name(x) + "'")


def _binary(given):
    x = _plain(given)
    if isinstance(x, bytes):
        return x
    if isinstance(x, bytearray) or isinstance(x, memoryview) or _k.has_method(x, "_buffer_"):
        return bytes(x)
    raise TypeError("a bytes-like object is required, not '" + _k.type_name(given) + "'")


def hexlify(data, sep=None, bytes_per_sep=1):
    """The bytes of two hexadecimal digits for each byte."""
    if sep is None:
        return _binary(data).hex().encode()
    return _binary(data).hex(sep, bytes_per_sep).encode()


b2a_hex = hexlify


def unhexlify(hexstr):
    """What hexlify() made the digits of."""
    data = _bytes_of(hexstr)
    if len(data) & 1:
        raise Error("Odd-length string")
    if _rt.hex_plain(data) != _rt.bytes_len(data):
        raise Error("Non-hexadecimal digit found")
    return _rt.hex_decode(data)


a2b_hex = unhexlify


def _sextet(c):
    # The value of a digit of base 64, or -1.
    if 65 <= c <= 90:
        return c - 65
    if 97 <= c <= 122:
        return c - 71
    if 48 <= c <= 57:
        return c + 4
    if c == 43:
        return 62
    if c == 47:
        return 63
    return -1


def b2a_base64(data, /, *, newline=True):
    """A line of base 64."""
    return _rt.base64_encode(_binary(data), bool(newline))


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes that base 64 stands for; what is no digit is skipped, but in strict mode an error."""
    data = _bytes_of(data)
    if strict_mode and data and data[0] == 61:
        raise Error("Leading padding not allowed")
    plain = _rt.base64_plain(data)
    out = bytearray(_rt.base64_decode(data, plain))
    if plain == _rt.bytes_len(data):
        return bytes(out)
    data = data[_k.to_int(plain):]
    held = 0
    count = 0
    pads = 0
    ended = False
    i = 0
    for c in data:
        i += 1
        if c == 61:
            pads += 1
            if count >= 2 and count + pads >= 4:
                if strict_mode and i < len(data):
                    raise Error("Excess data after padding")
                return bytes(out)
            continue
        v = _sextet(c)
        if v < 0:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and pads:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        if count == 0:
            held = v
        elif count == 1:
            out.append(held << 2 | v >> 4)
            held = v & 15
        elif count == 2:
            out.append(held << 4 | v >> 2)
            held = v & 3
        else:
            out.append(held << 6 | v)
        count = (count + 1) & 3
    if count == 1:
        raise Error("Invalid base64-encoded string: number of data characters (" + str(len(out) // 3 * 4 + 1) +
                    ") cannot be 1 more than a multiple of 4")
    if count:
        raise Error("Incorrect padding")
    return bytes(out)


def crc32(data, crc=0, /):
    """The check sum of zlib and PNG, going on from `crc`."""
    data = _binary(data)
    value = _k.i64(crc & 4294967295) ^ 4294967295
    n = _rt.bytes_len(data)
    i = _k.i64(0)
    table = _crc_table
    while i < n:
        value = table._at((value ^ _rt.bytes_at(data, i)) & 255) ^ _k.i64_shr(value, 8)
        i = i + 1
    return _k.to_int(value ^ 4294967295)


class _Table:
    __fields__ = ("_buf", "_size")
    __buffers__ = (("_buf", "", "_size", ""),)

    def __init__(self):
        self._buf = _k.buf_new_i64(256)
        self._size = _k.i64(256)
        i = _k.i64(0)
        while i < 256:
            value = i
            k = _k.i64(0)
            while k < 8:
                value = _k.i64_shr(value, 1) ^ 3988292384 if value & 1 == 1 else _k.i64_shr(value, 1)
                k = k + 1
            _k.buf_init(self._buf, i, value)
            i = i + 1

    def _at(self, i):
        return _k.buf_get(self._buf, i)


_crc_table = _Table()


def crc_hqx(data, crc, /):
    """The CRC-CCITT of binhex4, going on from `crc`."""
    crc &= 0xffff
    for c in _binary(data):
        crc ^= c << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xffff
    return crc
