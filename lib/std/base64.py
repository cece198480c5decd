"""Base 16, 32, 64 and 85 (RFC 4648 and Ascii85)."""
import binascii


def _bytes_of(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode()
    if isinstance(s, bytes):
        return s
    if isinstance(s, bytearray) or isinstance(s, memoryview) or _k.has_method(s, "_buffer_"):
        return bytes(s)
    raise TypeError("argument should be a bytes-like object or ASCII string, not '" + _k.type_name(s) + "'")


def b64encode(s, altchars=None):
    """The bytes in base 64; altchars: what stands for + and /."""
    out = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return out
    return out.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    """The bytes that base 64 stands for; validate: other characters are an error."""
    data = _bytes_of(s)
    if altchars is not None:
        data = data.translate(bytes.maketrans(_bytes_of(altchars), b"+/"))
    return binascii.a2b_base64(data, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """Base 64 with - and _."""
    return b64encode(s).translate(bytes.maketrans(b"+/", b"-_"))


def urlsafe_b64decode(s):
    """The bytes that base 64 with - and _ stands for."""
    return b64decode(_bytes_of(s).translate(bytes.maketrans(b"-_", b"+/")))


def encodebytes(s):
    """Base 64 in lines of 76 characters."""
    data = binascii._binary(s)
    out = []
    for i in range(0, len(data), 57):
        out.append(binascii.b2a_base64(data[i:i + 57]))
    return b"".join(out)


def decodebytes(s):
    return binascii.a2b_base64(binascii._binary(s))


def _encode32(s, digits):
    data = binascii._binary(s)
    out = []
    for i in range(0, len(data), 5):
        part = data[i:i + 5]
        word = int.from_bytes(part + bytes(5 - len(part)), "big")
        shown = (len(part) * 8 + 4) // 5
        for k in range(8):
            out.append(digits[word >> (35 - 5 * k) & 31] if k < shown else 61)
    return bytes(out)


def _decode32(s, digits, casefold, map01):
    data = _bytes_of(s)
    if len(data) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        data = data.translate(bytes.maketrans(b"01", b"O" + _bytes_of(map01)))
    if casefold:
        data = data.upper()
    n = len(data)
    data = data.rstrip(b"=")
    pads = n - len(data)
    out = []
    word = 0
    bits = 0
    for c in data:
        v = digits.find(c)
        if v < 0:
            raise binascii.Error("Non-base32 digit found")
        word = (word << 5 | v) & 0xffffffffff
        bits += 5
        if bits >= 8:
            bits -= 8
            out.append(word >> bits & 255)
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return bytes(out)


def b32encode(s):
    """The bytes in base 32."""
    return _encode32(s, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def b32decode(s, casefold=False, map01=None):
    """The bytes that base 32 stands for."""
    return _decode32(s, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", casefold, map01)


def b32hexencode(s):
    return _encode32(s, b"0123456789ABCDEFGHIJKLMNOPQRSTUV")


def b32hexdecode(s, casefold=False):
    return _decode32(s, b"0123456789ABCDEFGHIJKLMNOPQRSTUV", casefold, None)


def b16encode(s):
    """The bytes in capital hexadecimal digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes that hexadecimal digits stand for."""
    data = _bytes_of(s)
    if casefold:
        data = data.upper()
    if data.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(data)


_DIGITS85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def b85encode(b, pad=False):
    """The bytes in base 85, as git writes them."""
    data = binascii._binary(b)
    missing = -len(data) % 4
    data += bytes(missing)
    out = []
    for i in range(0, len(data), 4):
        word = int.from_bytes(data[i:i + 4], "big")
        for power in (52200625, 614125, 7225, 85, 1):
            out.append(_DIGITS85[word // power % 85])
    if missing and not pad:
        out = out[:-missing]
    return bytes(out)


def b85decode(b):
    """The bytes that base 85 stands for."""
    data = _bytes_of(b)
    missing = -len(data) % 5
    data += b"~" * missing
    values = [-1] * 256
    for k, c in enumerate(_DIGITS85):
        values[c] = k
    out = bytearray()
    for i in range(0, len(data), 5):
        word = 0
        for k in range(5):
            v = values[data[i + k]]
            if v < 0:
                raise ValueError("bad base85 character at position " + str(i + k))
            word = word * 85 + v
        if word > 0xffffffff:
            raise ValueError("base85 overflow in hunk starting at byte " + str(i))
        _append_word(out, word)
    return bytes(out[:-missing]) if missing else bytes(out)


def _append_word(out, word):
    out.append(word >> 24)
    out.append(word >> 16 & 255)
    out.append(word >> 8 & 255)
    out.append(word & 255)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """The bytes in Ascii85; foldspaces: y for four blanks; wrapcol: in lines; adobe: between <~ and ~>."""
    data = binascii._binary(b)
    missing = -len(data) % 4
    data += bytes(missing)
    out = bytearray()
    if adobe:
        out += b"<~"
    for i in range(0, len(data), 4):
        word = data[i] << 24 | data[i + 1] << 16 | data[i + 2] << 8 | data[i + 3]
        last = missing and not pad and i + 4 == len(data)
        if word == 0 and not last:
            out.append(122)
        elif foldspaces and word == 0x20202020 and not last:
            out.append(121)
        else:
            group = bytearray()
            for power in (52200625, 614125, 7225, 85, 1):
                group.append(word // power % 85 + 33)
            out += group[:-missing] if last else group
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [bytes(out[i:i + width]) for i in range(0, len(out), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b"")
        out = bytearray(b"\n".join(lines))
    if adobe:
        out += b"~>"
    return bytes(out)


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """The bytes that Ascii85 stands for."""
    data = _bytes_of(b)
    if adobe:
        if not data.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        data = data[2:-2] if data.startswith(b"<~") else data[:-2]
    out = bytearray()
    word = 0
    held = 0
    for c in data + b"uuuu":
        if 33 <= c <= 117:
            word = word * 85 + c - 33
            held += 1
            if held == 5:
                if word > 0xffffffff:
                    raise ValueError("Ascii85 overflow")
                _append_word(out, word)
                word = 0
                held = 0
        elif c == 122:
            if held:
                raise ValueError("z inside Ascii85 5-tuple")
            out += b"\0\0\0\0"
        elif foldspaces and c == 121:
            if held:
                raise ValueError("y inside Ascii85 5-tuple")
            out += b"    "
        elif c not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: " + chr(c))
    missing = 4 - held
    return bytes(out[:-missing]) if missing else bytes(out)
