"""Keyed digests (RFC 2104)."""
import hashlib


class HMAC:
    def __init__(self, key, msg, digestmod):
        if isinstance(digestmod, str):
            self._inner = hashlib.new(digestmod)
            self._outer = hashlib.new(digestmod)
        else:
            self._inner = digestmod()
            self._outer = digestmod()
        self.digest_size = self._inner.digest_size
        self.block_size = self._inner.block_size
        if len(key) > self.block_size:
            whole = self._inner.copy()
            whole.update(key)
            key = whole.digest()
        key = bytes(key) + bytes(self.block_size - len(key))
        self._inner.update(bytes([x ^ 0x36 for x in key]))
        self._outer.update(bytes([x ^ 0x5c for x in key]))
        if msg is not None:
            self._inner.update(msg)

    @property
    def name(self):
        return "hmac-" + self._inner.name

    def update(self, msg):
        """Takes in the bytes of `msg`."""
        self._inner.update(msg)

    def copy(self):
        """One that goes on from here by itself."""
        new = HMAC(b"", None, self._inner.name)
        new._inner = self._inner.copy()
        new._outer = self._outer.copy()
        return new

    def digest(self):
        """The digest of all bytes so far."""
        done = self._outer.copy()
        done.update(self._inner.digest())
        return done.digest()

    def hexdigest(self):
        """The same in hexadecimal digits."""
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    """The HMAC of `msg` under `key`; digestmod: a name, or a function of hashlib."""
    if isinstance(key, str):
        raise TypeError("key: expected bytes or bytearray, but got 'str'")
    if isinstance(digestmod, str):
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The digest of `msg` under `key`, at once."""
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    """a == b, in a time that depends on the lengths alone."""
    if isinstance(a, str) and isinstance(b, str):
        if not a.isascii() or not b.isascii():
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        x = a.encode()
        y = b.encode()
    elif isinstance(a, str) or isinstance(b, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    else:
        x = bytes(a)
        y = bytes(b)
    if len(x) != len(y):
        return False
    differ = 0
    for i in range(len(x)):
        differ |= x[i] ^ y[i]
    return differ == 0
