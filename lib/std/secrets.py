"""Random numbers for secrets, from the operating system."""
import base64
from hmac import compare_digest
from os import urandom


def randbits(k):
    """An int of k random bits."""
    if k < 0:
        raise ValueError("number of bits must be non-negative")
    n = (k + 7) // 8
    return int.from_bytes(urandom(n), "big") >> (n * 8 - k)


def randbelow(exclusive_upper_bound):
    """An int in [0, bound)."""
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    k = exclusive_upper_bound.bit_length()
    r = randbits(k)
    while r >= exclusive_upper_bound:
        r = randbits(k)
    return r


def choice(seq):
    """One of the items."""
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[randbelow(len(seq))]


def token_bytes(nbytes=None):
    """Random bytes, 32 unless told."""
    if nbytes is None:
        nbytes = 32
    return urandom(nbytes)


def token_hex(nbytes=None):
    """The same in hexadecimal digits."""
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    """The same in base 64 for URLs, without padding."""
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode()
