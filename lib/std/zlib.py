"""The check sums of zlib."""
from binascii import _binary, crc32


def adler32(data, value=1, /):
    """The Adler-32 check sum, going on from `value`."""
    data = _binary(data)
    low = _k.i64(value & 65535)
    high = _k.i64(value >> 16 & 65535)
    n = _rt.bytes_len(data)
    i = _k.i64(0)
    while i < n:
        low = (low + _rt.bytes_at(data, i)) % 65521
        high = (high + low) % 65521
        i = i + 1
    return _k.to_int(high << 16 | low)
