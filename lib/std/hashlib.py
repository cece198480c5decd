"""Message digests: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), SHA-3 and SHAKE (FIPS 202), BLAKE2 (RFC 7693).
The tables of constants are computed from their definitions when a digest first needs them."""
from math import sin as _sin

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
                         "shake_128", "shake_256", "blake2b", "blake2s"}
algorithms_available = algorithms_guaranteed


class _Words:
    # Machine words in a row.
    __fields__ = ("_buf", "_size")
    __buffers__ = (("_buf", "", "_size", ""),)

    def __init__(self, n):
        size = _k.i64(n)
        self._buf = _k.buf_new_i64(size)
        self._size = size
        i = _k.i64(0)
        while i < size:
            _k.buf_init(self._buf, i, _k.i64(0))
            i = i + 1

    def _copy(self):
        new = _Words(0)
        _k.buf_free(new._buf, new._size)
        new._buf = _k.buf_new_i64(self._size)
        new._size = self._size
        _k.buf_copy(new._buf, 0, self._buf, 0, self._size)
        return new

    def _fill(self, values):
        # From ints below 2**64.
        i = _k.i64(0)
        for x in values:
            _k.buf_init(self._buf, i, (_k.i64(x >> 32) << 32) | _k.i64(x & 4294967295))
            i = i + 1


def _primes(n):
    found = []
    x = 2
    while len(found) < n:
        if all([x % p for p in found]):
            found.append(x)
        x += 1
    return found


def _root(x, n):
    # The whole part of the n-th root.
    low = 0
    high = 1 << (x.bit_length() // n + 1)
    while high - low > 1:
        middle = (low + high) >> 1
        if middle ** n > x:
            high = middle
        else:
            low = middle
    return low


class _Tables:
    def __init__(self):
        self.md5 = _Words(0)
        self.cubes32 = _Words(0)
        self.cubes64 = _Words(0)
        self.keccak = _Words(0)
        self.roots = []

    def _roots(self):
        # 64 bits behind the point of the square roots of the first sixteen primes.
        if not self.roots:
            self.roots = [_root(p << 128, 2) & 18446744073709551615 for p in _primes(16)]
        return self.roots

    def _cubes(self):
        if self.cubes64._size == 0:
            values = [_root(p << 192, 3) & 18446744073709551615 for p in _primes(80)]
            self.cubes64 = _Words(80)
            self.cubes64._fill(values)
            self.cubes32 = _Words(64)
            self.cubes32._fill([x >> 32 for x in values[:64]])

    def _sines(self):
        if self.md5._size == 0:
            self.md5 = _Words(64)
            self.md5._fill([int(abs(_sin(i + 1)) * 4294967296) for i in range(64)])

    def _rounds(self):
        # Keccak's round constants: bits of a shift register at the positions 2**j - 1.
        if self.keccak._size == 0:
            values = []
            register = 1
            for turn in range(24):
                value = 0
                for j in range(7):
                    if register & 1:
                        value |= 1 << ((1 << j) - 1)
                    register <<= 1
                    if register & 256:
                        register ^= 0x171
                values.append(value)
            self.keccak = _Words(24)
            self.keccak._fill(values)


_tables = _Tables()


def _little32(data, at):
    return (_rt.bytes_at(data, at) | _rt.bytes_at(data, at + 1) << 8 | _rt.bytes_at(data, at + 2) << 16 |
            _rt.bytes_at(data, at + 3) << 24)


def _big32(data, at):
    return (_rt.bytes_at(data, at) << 24 | _rt.bytes_at(data, at + 1) << 16 | _rt.bytes_at(data, at + 2) << 8 |
            _rt.bytes_at(data, at + 3))


def _rotl32(x, n):
    return ((x << n) | _k.i64_shr(x, 32 - n)) & 4294967295


def _rotr32(x, n):
    return (_k.i64_shr(x, n) | (x << (32 - n))) & 4294967295


def _rotr64(x, n):
    return _k.i64_shr(x, n) | (x << (64 - n))


def _md5_block(state, data, at, w):
    i = _k.i64(0)
    while i < 16:
        _k.buf_init(w._buf, i, _little32(data, at + i * 4))
        i = i + 1
    h = state._buf
    k = _tables.md5._buf
    a = _k.buf_get(h, 0)
    b = _k.buf_get(h, 1)
    c = _k.buf_get(h, 2)
    d = _k.buf_get(h, 3)
    i = _k.i64(0)
    while i < 64:
        step = i & 3
        if i < 16:
            f = (b & c) | (~b & d)
            g = i
            turn = step * 5 + 7
        elif i < 32:
            f = (d & b) | (~d & c)
            g = (i * 5 + 1) & 15
            turn = step * 4 + 5 + _k.i64_shr(step * step + step, 2) - _k.i64_shr(step, 1)
            if step == 1:
                turn = _k.i64(9)
            elif step == 2:
                turn = _k.i64(14)
            elif step == 3:
                turn = _k.i64(20)
        elif i < 48:
            f = b ^ c ^ d
            g = (i * 3 + 5) & 15
            turn = _k.i64(4)
            if step == 1:
                turn = _k.i64(11)
            elif step == 2:
                turn = _k.i64(16)
            elif step == 3:
                turn = _k.i64(23)
        else:
            f = c ^ (b | (~d & 4294967295))
            g = (i * 7) & 15
            turn = _k.i64(6)
            if step == 1:
                turn = _k.i64(10)
            elif step == 2:
                turn = _k.i64(15)
            elif step == 3:
                turn = _k.i64(21)
        f = (f + a + _k.buf_get(k, i) + _k.buf_get(w._buf, g)) & 4294967295
        a = d
        d = c
        c = b
        b = (b + _rotl32(f, turn)) & 4294967295
        i = i + 1
    _k.buf_init(h, 0, (_k.buf_get(h, 0) + a) & 4294967295)
    _k.buf_init(h, 1, (_k.buf_get(h, 1) + b) & 4294967295)
    _k.buf_init(h, 2, (_k.buf_get(h, 2) + c) & 4294967295)
    _k.buf_init(h, 3, (_k.buf_get(h, 3) + d) & 4294967295)


def _sha1_block(state, data, at, w):
    i = _k.i64(0)
    while i < 16:
        _k.buf_init(w._buf, i, _big32(data, at + i * 4))
        i = i + 1
    while i < 80:
        x = _k.buf_get(w._buf, i - 3) ^ _k.buf_get(w._buf, i - 8) ^ _k.buf_get(w._buf, i - 14) ^ _k.buf_get(w._buf, i - 16)
        _k.buf_init(w._buf, i, _rotl32(x, 1))
        i = i + 1
    h = state._buf
    a = _k.buf_get(h, 0)
    b = _k.buf_get(h, 1)
    c = _k.buf_get(h, 2)
    d = _k.buf_get(h, 3)
    e = _k.buf_get(h, 4)
    i = _k.i64(0)
    while i < 80:
        if i < 20:
            f = ((b & c) | (~b & d)) + 1518500249
        elif i < 40:
            f = (b ^ c ^ d) + 1859775393
        elif i < 60:
            f = ((b & c) | (b & d) | (c & d)) + 2400959708
        else:
            f = (b ^ c ^ d) + 3395469782
        x = (_rotl32(a, 5) + f + e + _k.buf_get(w._buf, i)) & 4294967295
        e = d
        d = c
        c = _rotl32(b, 30)
        b = a
        a = x
        i = i + 1
    _k.buf_init(h, 0, (_k.buf_get(h, 0) + a) & 4294967295)
    _k.buf_init(h, 1, (_k.buf_get(h, 1) + b) & 4294967295)
    _k.buf_init(h, 2, (_k.buf_get(h, 2) + c) & 4294967295)
    _k.buf_init(h, 3, (_k.buf_get(h, 3) + d) & 4294967295)
    _k.buf_init(h, 4, (_k.buf_get(h, 4) + e) & 4294967295)


def _sha256_block(state, data, at, words):
    w = words._buf
    i = _k.i64(0)
    while i < 16:
        _k.buf_init(w, i, _big32(data, at + i * 4))
        i = i + 1
    while i < 64:
        x = _k.buf_get(w, i - 15)
        y = _k.buf_get(w, i - 2)
        s0 = _rotr32(x, 7) ^ _rotr32(x, 18) ^ _k.i64_shr(x, 3)
        s1 = _rotr32(y, 17) ^ _rotr32(y, 19) ^ _k.i64_shr(y, 10)
        _k.buf_init(w, i, (_k.buf_get(w, i - 16) + s0 + _k.buf_get(w, i - 7) + s1) & 4294967295)
        i = i + 1
    h = state._buf
    key = _tables.cubes32._buf
    a = _k.buf_get(h, 0)
    b = _k.buf_get(h, 1)
    c = _k.buf_get(h, 2)
    d = _k.buf_get(h, 3)
    e = _k.buf_get(h, 4)
    f = _k.buf_get(h, 5)
    g = _k.buf_get(h, 6)
    z = _k.buf_get(h, 7)
    i = _k.i64(0)
    while i < 64:
        s1 = _rotr32(e, 6) ^ _rotr32(e, 11) ^ _rotr32(e, 25)
        t1 = z + s1 + ((e & f) ^ (~e & g)) + _k.buf_get(key, i) + _k.buf_get(w, i)
        s0 = _rotr32(a, 2) ^ _rotr32(a, 13) ^ _rotr32(a, 22)
        t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
        z = g
        g = f
        f = e
        e = (d + t1) & 4294967295
        d = c
        c = b
        b = a
        a = (t1 + t2) & 4294967295
        i = i + 1
    _k.buf_init(h, 0, (_k.buf_get(h, 0) + a) & 4294967295)
    _k.buf_init(h, 1, (_k.buf_get(h, 1) + b) & 4294967295)
    _k.buf_init(h, 2, (_k.buf_get(h, 2) + c) & 4294967295)
    _k.buf_init(h, 3, (_k.buf_get(h, 3) + d) & 4294967295)
    _k.buf_init(h, 4, (_k.buf_get(h, 4) + e) & 4294967295)
    _k.buf_init(h, 5, (_k.buf_get(h, 5) + f) & 4294967295)
    _k.buf_init(h, 6, (_k.buf_get(h, 6) + g) & 4294967295)
    _k.buf_init(h, 7, (_k.buf_get(h, 7) + z) & 4294967295)


def _sha512_block(state, data, at, words):
    w = words._buf
    i = _k.i64(0)
    while i < 16:
        _k.buf_init(w, i, _big32(data, at + i * 8) << 32 | _big32(data, at + i * 8 + 4))
        i = i + 1
    while i < 80:
        x = _k.buf_get(w, i - 15)
        y = _k.buf_get(w, i - 2)
        s0 = _rotr64(x, 1) ^ _rotr64(x, 8) ^ _k.i64_shr(x, 7)
        s1 = _rotr64(y, 19) ^ _rotr64(y, 61) ^ _k.i64_shr(y, 6)
        _k.buf_init(w, i, _k.buf_get(w, i - 16) + s0 + _k.buf_get(w, i - 7) + s1)
        i = i + 1
    h = state._buf
    key = _tables.cubes64._buf
    a = _k.buf_get(h, 0)
    b = _k.buf_get(h, 1)
    c = _k.buf_get(h, 2)
    d = _k.buf_get(h, 3)
    e = _k.buf_get(h, 4)
    f = _k.buf_get(h, 5)
    g = _k.buf_get(h, 6)
    z = _k.buf_get(h, 7)
    i = _k.i64(0)
    while i < 80:
        s1 = _rotr64(e, 14) ^ _rotr64(e, 18) ^ _rotr64(e, 41)
        t1 = z + s1 + ((e & f) ^ (~e & g)) + _k.buf_get(key, i) + _k.buf_get(w, i)
        s0 = _rotr64(a, 28) ^ _rotr64(a, 34) ^ _rotr64(a, 39)
        t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
        z = g
        g = f
        f = e
        e = d + t1
        d = c
        c = b
        b = a
        a = t1 + t2
        i = i + 1
    _k.buf_init(h, 0, _k.buf_get(h, 0) + a)
    _k.buf_init(h, 1, _k.buf_get(h, 1) + b)
    _k.buf_init(h, 2, _k.buf_get(h, 2) + c)
    _k.buf_init(h, 3, _k.buf_get(h, 3) + d)
    _k.buf_init(h, 4, _k.buf_get(h, 4) + e)
    _k.buf_init(h, 5, _k.buf_get(h, 5) + f)
    _k.buf_init(h, 6, _k.buf_get(h, 6) + g)
    _k.buf_init(h, 7, _k.buf_get(h, 7) + z)


def _keccak(state, words):
    # The permutation of 25 words; the first 25 of `words` are room.
    s = state._buf
    t = words._buf
    turn = _k.i64(0)
    while turn < 24:
        # theta
        x = _k.i64(0)
        while x < 5:
            _k.buf_init(t, x, _k.buf_get(s, x) ^ _k.buf_get(s, x + 5) ^ _k.buf_get(s, x + 10) ^ _k.buf_get(s, x + 15) ^ _k.buf_get(s, x + 20))
            x = x + 1
        x = _k.i64(0)
        while x < 5:
            d = _k.buf_get(t, (x + 4) % 5) ^ _rotr64(_k.buf_get(t, (x + 1) % 5), 63)
            y = x
            while y < 25:
                _k.buf_init(s, y, _k.buf_get(s, y) ^ d)
                y = y + 5
            x = x + 1
        # rho and pi: along the orbit of (1, 0)
        x = _k.i64(1)
        y = _k.i64(0)
        moved = _k.buf_get(s, 1)
        k = _k.i64(1)
        while k < 25:
            count = _k.i64_shr(k * (k + 1), 1) & 63
            new_y = (x * 2 + y * 3) % 5
            x = y
            y = new_y
            at = x + y * 5
            kept = _k.buf_get(s, at)
            _k.buf_init(s, at, _rotr64(moved, 64 - count) if count > 0 else moved)
            moved = kept
            k = k + 1
        # chi
        y = _k.i64(0)
        while y < 25:
            x = _k.i64(0)
            while x < 5:
                _k.buf_init(t, x, _k.buf_get(s, y + x))
                x = x + 1
            x = _k.i64(0)
            while x < 5:
                _k.buf_init(s, y + x, _k.buf_get(t, x) ^ (~_k.buf_get(t, (x + 1) % 5) & _k.buf_get(t, (x + 2) % 5)))
                x = x + 1
            y = y + 5
        _k.buf_init(s, 0, _k.buf_get(s, 0) ^ _k.buf_get(_tables.keccak._buf, turn))
        turn = turn + 1


# The order in which BLAKE2 takes the words of a block, a hexadecimal digit a word (RFC 7693).
_SIGMA = (b"0123456789abcdef" b"ea489fd61c02b753" b"b8c052fdae367194" b"7931dcbe265a40f8" b"905724afe1bc683d"
          b"2c6a0b834d75fe19" b"c51fed4a0763928b" b"db7ec13950f4862a" b"6fe9b308c2d714a5" b"a2847615fb9e3cd0")


def _sigma(at):
    c = _rt.bytes_at(_SIGMA, at)
    return c - 48 if c < 58 else c - 87


def _mix(v, wide, a, b, c, d, x, y):
    p = _k.buf_get(v, a) + _k.buf_get(v, b) + x
    q = _k.buf_get(v, d) ^ p
    r = _k.buf_get(v, c)
    if wide:
        q = _rotr64(q, 32)
        r = r + q
        s = _rotr64(_k.buf_get(v, b) ^ r, 24)
        p = p + s + y
        q = _rotr64(q ^ p, 16)
        r = r + q
        s = _rotr64(s ^ r, 63)
    else:
        p = p & 4294967295
        q = _rotr32(q & 4294967295, 16)
        r = (r + q) & 4294967295
        s = _rotr32(_k.buf_get(v, b) ^ r, 12)
        p = (p + s + y) & 4294967295
        q = _rotr32(q ^ p, 8)
        r = (r + q) & 4294967295
        s = _rotr32(s ^ r, 7)
    _k.buf_init(v, a, p)
    _k.buf_init(v, b, s)
    _k.buf_init(v, c, r)
    _k.buf_init(v, d, q)


def _blake2_block(state, data, at, words, iv, wide, count, last, last_node):
    # words: sixteen of the message, sixteen to work on.
    m = words._buf
    v = _Words(16)
    i = _k.i64(0)
    while i < 16:
        if wide:
            _k.buf_init(m, i, _little32(data, at + i * 8) | _little32(data, at + i * 8 + 4) << 32)
        else:
            _k.buf_init(m, i, _little32(data, at + i * 4))
        i = i + 1
    h = state._buf
    i = _k.i64(0)
    while i < 8:
        _k.buf_init(v._buf, i, _k.buf_get(h, i))
        _k.buf_init(v._buf, i + 8, _k.buf_get(iv._buf, i))
        i = i + 1
    w = v._buf
    if wide:
        _k.buf_init(w, 12, _k.buf_get(w, 12) ^ count)
    else:
        _k.buf_init(w, 12, _k.buf_get(w, 12) ^ (count & 4294967295))
        _k.buf_init(w, 13, _k.buf_get(w, 13) ^ _k.i64_shr(count, 32))
    if last:
        _k.buf_init(w, 14, ~_k.buf_get(w, 14) if wide else _k.buf_get(w, 14) ^ 4294967295)
        if last_node:
            _k.buf_init(w, 15, ~_k.buf_get(w, 15) if wide else _k.buf_get(w, 15) ^ 4294967295)
    turn = _k.i64(0)
    rounds = _k.i64(12) if wide else _k.i64(10)
    while turn < rounds:
        row = turn * 16 if turn < 10 else (turn - 10) * 16
        k = _k.i64(0)
        while k < 8:
            x = _k.buf_get(m, _sigma(row + k * 2))
            y = _k.buf_get(m, _sigma(row + k * 2 + 1))
            if k < 4:
                _mix(w, wide, k, k + 4, k + 8, k + 12, x, y)
            else:
                _mix(w, wide, k - 4, ((k + 1) & 3) + 4, ((k + 2) & 3) + 8, ((k + 3) & 3) + 12, x, y)
            k = k + 1
        turn = turn + 1
    i = _k.i64(0)
    while i < 8:
        _k.buf_init(h, i, _k.buf_get(h, i) ^ _k.buf_get(w, i) ^ _k.buf_get(w, i + 8))
        i = i + 1


def _data(x):
    x = _plain(x)
    if isinstance(x, bytes):
        return x
    if isinstance(x, bytearray) or isinstance(x, memoryview) or _k.has_method(x, "_buffer_"):
        return bytes(x)
    if isinstance(x, str):
        _k.type_error("Strings must be encoded before hashing")
    _k.type_error("object supporting the buffer API required")


_MD5 = 0
_SHA1 = 1
_SHA256 = 2
_SHA512 = 3
_SHA3 = 4
_BLAKE2B = 5
_BLAKE2S = 6


class _Digest:
    # What all of them share. _kind: one of the above; _tail: bytes of a block that is not full yet; _count: bytes so far.
    def __init__(self, kind, name, digest_size, block_size, initial):
        self._kind = kind
        self._end = 0x06
        self._last_node = False
        self.name = name
        self.digest_size = digest_size
        self.block_size = block_size
        self._state = _Words(25)
        self._state._fill(initial)
        self._iv = self._state
        self._words = _Words(80)
        self._tail = b""
        self._count = 0
        if kind == _MD5:
            _tables._sines()
        elif kind == _SHA256 or kind == _SHA512:
            _tables._cubes()
        elif kind == _SHA3:
            _tables._rounds()

    def update(self, data, /):
        """Takes in the bytes of `data`."""
        self._update(_data(data))

    def _update(self, data):
        self._count += len(data)
        if self._tail:
            data = self._tail + data
        size = _k.i64(self.block_size)
        n = _rt.bytes_len(data)
        at = _k.i64(0)
        # BLAKE2 treats the last block in another way, so one stays behind.
        stays = _k.i64(1) if self._kind >= _BLAKE2B else _k.i64(0)
        while n - at >= size + stays:
            self._block(data, at, self._count - _k.small_int(n - at - size), False)
            at = at + size
        self._tail = _rt.bytes_substr(data, at, n)

    def _block(self, data, at, count, last):
        kind = self._kind
        if kind == _MD5:
            _md5_block(self._state, data, at, self._words)
        elif kind == _SHA1:
            _sha1_block(self._state, data, at, self._words)
        elif kind == _SHA256:
            _sha256_block(self._state, data, at, self._words)
        elif kind == _SHA512:
            _sha512_block(self._state, data, at, self._words)
        elif kind == _SHA3:
            s = self._state._buf
            i = _k.i64(0)
            while i * 8 < _k.i64(self.block_size):
                word = _little32(data, at + i * 8) | _little32(data, at + i * 8 + 4) << 32
                _k.buf_init(s, i, _k.buf_get(s, i) ^ word)
                i = i + 1
            _keccak(self._state, self._words)
        else:
            _blake2_block(self._state, data, at, self._words, self._iv, kind == _BLAKE2B, _k.i64(count), last, self._last_node)

    def _finish(self):
        # Takes in what ends a message.
        kind = self._kind
        size = self.block_size
        tail = self._tail
        if kind >= _BLAKE2B:
            self._block(tail + bytes(size - len(tail)), _k.i64(0), self._count, True)
            return
        if kind == _SHA3:
            room = size - len(tail)
            end = bytes([self._end | 0x80]) if room == 1 else bytes([self._end]) + bytes(room - 2) + b"\x80"
        else:
            length = 16 if kind == _SHA512 else 8
            bits = (self._count * 8).to_bytes(length, "little" if kind == _MD5 else "big")
            end = b"\x80" + bytes((size - length - 1 - len(tail)) % size) + bits
        self._update(end)

    def _words_out(self, n):
        # The first n bytes of the state.
        kind = self._kind
        wide = kind == _SHA512 or kind == _SHA3 or kind == _BLAKE2B
        out = []
        i = _k.i64(0)
        while len(out) < n:
            word = _k.buf_get(self._state._buf, i)
            k = _k.i64(0)
            size = _k.i64(8) if wide else _k.i64(4)
            while k < size:
                place = size - 1 - k if kind == _SHA1 or kind == _SHA256 or kind == _SHA512 else k
                out.append(_k.small_int(_k.i64_shr(word, place * 8) & 255))
                k = k + 1
            i = i + 1
        return bytes(out[:n])

    def _clone_into(self, new):
        new._end = self._end
        new._last_node = self._last_node
        new._state = self._state._copy()
        new._iv = self._iv
        new._tail = self._tail
        new._count = self._count
        return new


class HASH(_Digest):
    __full_name__ = "_hashlib.HASH"
    def copy(self):
        """A digest that goes on from here by itself."""
        return self._clone_into(HASH(self._kind, self.name, self.digest_size, self.block_size, []))

    def digest(self):
        """The digest of all bytes so far."""
        done = self.copy()
        done._finish()
        return done._words_out(self.digest_size)

    def hexdigest(self):
        """The digest in hexadecimal digits."""
        return self.digest().hex()

    def __repr__(self):
        return "<" + self.name + " _hashlib.HASH object @ " + hex(id(self)) + ">"


class HASHXOF(_Digest):
    def copy(self):
        """A digest that goes on from here by itself."""
        return self._clone_into(HASHXOF(self._kind, self.name, self.digest_size, self.block_size, []))

    def digest(self, length, /):
        """`length` bytes of the digest of all bytes so far."""
        if length < 0:
            raise ValueError("value must be positive")
        done = self.copy()
        done._finish()
        out = b""
        while len(out) < length:
            out += done._words_out(self.block_size)
            _keccak(done._state, done._words)
        return out[:length]

    def hexdigest(self, length, /):
        """The same in hexadecimal digits."""
        return self.digest(length).hex()

    def __repr__(self):
        return "<" + self.name + " _hashlib.HASHXOF object @ " + hex(id(self)) + ">"


def md5(string=b"", *, usedforsecurity=True):
    return _begun(HASH(_MD5, "md5", 16, 64, [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]), string)


def sha1(string=b"", *, usedforsecurity=True):
    return _begun(HASH(_SHA1, "sha1", 20, 64, [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]), string)


def sha224(string=b"", *, usedforsecurity=True):
    return _begun(HASH(_SHA256, "sha224", 28, 64, [x & 4294967295 for x in _tables._roots()[8:]]), string)


def sha256(string=b"", *, usedforsecurity=True):
    return _begun(HASH(_SHA256, "sha256", 32, 64, [x >> 32 for x in _tables._roots()[:8]]), string)


def sha384(string=b"", *, usedforsecurity=True):
    return _begun(HASH(_SHA512, "sha384", 48, 128, _tables._roots()[8:]), string)


def sha512(string=b"", *, usedforsecurity=True):
    return _begun(HASH(_SHA512, "sha512", 64, 128, _tables._roots()[:8]), string)


def sha3_224(string=b"", *, usedforsecurity=True):
    return _begun(HASH(_SHA3, "sha3_224", 28, 144, []), string)


def sha3_256(string=b"", *, usedforsecurity=True):
    return _begun(HASH(_SHA3, "sha3_256", 32, 136, []), string)


def sha3_384(string=b"", *, usedforsecurity=True):
    return _begun(HASH(_SHA3, "sha3_384", 48, 104, []), string)


def sha3_512(string=b"", *, usedforsecurity=True):
    return _begun(HASH(_SHA3, "sha3_512", 64, 72, []), string)


def shake_128(string=b"", *, usedforsecurity=True):
    made = HASHXOF(_SHA3, "shake_128", 0, 168, [])
    made._end = 0x1f
    return _begun(made, string)


def shake_256(string=b"", *, usedforsecurity=True):
    made = HASHXOF(_SHA3, "shake_256", 0, 136, [])
    made._end = 0x1f
    return _begun(made, string)


def blake2b(data=b"", /, *, digest_size=64, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0,
            node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
    return _blake2(_BLAKE2B, "blake2b", 64, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth,
                   inner_size, last_node)


def blake2s(data=b"", /, *, digest_size=32, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0,
            node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
    return _blake2(_BLAKE2S, "blake2s", 32, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth,
                   inner_size, last_node)


def _blake2(kind, name, most, data, digest_size, key, salt, person, fanout, depth, leaf_size, node_offset, node_depth, inner_size,
            last_node):
    key = _data(key)
    salt = _data(salt)
    person = _data(person)
    room = most // 4
    if digest_size <= 0 or digest_size > most:
        raise ValueError("digest_size must be between 1 and " + str(most) + " bytes")
    if len(salt) > room:
        raise ValueError("maximum salt length is " + str(room) + " bytes")
    if len(person) > room:
        raise ValueError("maximum person length is " + str(room) + " bytes")
    if fanout < 0 or fanout > 255:
        raise ValueError("fanout must be between 0 and 255")
    if depth <= 0 or depth > 255:
        raise ValueError("depth must be between 1 and 255")
    if node_depth < 0 or node_depth > 255:
        raise ValueError("node_depth must be between 0 and 255")
    if inner_size < 0 or inner_size > most:
        raise ValueError("inner_size must be between 0 and is " + str(most))
    if len(key) > most:
        raise ValueError("maximum key length is " + str(most) + " bytes")
    wide = kind == _BLAKE2B
    head = bytes([digest_size, len(key), fanout, depth]) + leaf_size.to_bytes(4, "little")
    if wide:
        head += node_offset.to_bytes(8, "little") + bytes([node_depth, inner_size]) + bytes(14)
    else:
        head += node_offset.to_bytes(6, "little") + bytes([node_depth, inner_size])
    head += salt + bytes(room - len(salt)) + person + bytes(room - len(person))
    size = most // 8
    initial = [x if wide else x >> 32 for x in _tables._roots()[:8]]
    words = [initial[i] ^ int.from_bytes(head[i * size:(i + 1) * size], "little") for i in range(8)]
    made = HASH(kind, name, digest_size, most * 2, words)
    made._iv = _Words(8)
    made._iv._fill(initial)
    made._last_node = bool(last_node)
    if key:
        made._update(key + bytes(most * 2 - len(key)))
    return _begun(made, data)


def _begun(made, data):
    made._update(_data(data))
    return made


def new(name, data=b"", **kwargs):
    """The digest of this name, having taken in `data`. The ones of variable length have their own functions only."""
    lower = name.lower()
    if lower == "md5":
        return md5(data)
    if lower == "sha1":
        return sha1(data)
    if lower == "sha224":
        return sha224(data)
    if lower == "sha256":
        return sha256(data)
    if lower == "sha384":
        return sha384(data)
    if lower == "sha512":
        return sha512(data)
    if lower == "sha3_224":
        return sha3_224(data)
    if lower == "sha3_256":
        return sha3_256(data)
    if lower == "sha3_384":
        return sha3_384(data)
    if lower == "sha3_512":
        return sha3_512(data)
    if lower == "blake2b":
        return blake2b(data)
    if lower == "blake2s":
        return blake2s(data)
    if lower == "shake_128" or lower == "shake_256":
        raise NotImplementedError("hashlib.new() of a digest of variable length is not compiled yet: call hashlib." + lower)
    raise ValueError("unsupported hash type " + name)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key of `dklen` bytes made of a password (PKCS #5, RFC 8018)."""
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    password = _data(password)
    salt = _data(salt)
    inner = new(hash_name)
    block = inner.block_size
    if dklen is None:
        dklen = inner.digest_size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    if len(password) > block:
        password = new(hash_name, password).digest()
    password += bytes(block - len(password))
    inner._update(bytes([x ^ 0x36 for x in password]))
    outer = new(hash_name, bytes([x ^ 0x5c for x in password]))
    out = b""
    number = 1
    while len(out) < dklen:
        u = salt + number.to_bytes(4, "big")
        total = 0
        for i in range(iterations):
            first = inner.copy()
            first._update(u)
            second = outer.copy()
            second._update(first.digest())
            u = second.digest()
            total ^= int.from_bytes(u, "big")
        out += total.to_bytes(inner.digest_size, "big")
        number += 1
    return out[:dklen]


def file_digest(fileobj, digest, /):
    """The digest, by name, of what is left of a binary file."""
    if not isinstance(digest, str):
        _k.refuse("hashlib.file_digest() with a digest that is no name")
    made = new(digest)
    made.update(fileobj.read())
    return made
