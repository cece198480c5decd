"""Pseudo-random numbers: the Mersenne Twister of M. Matsumoto and T. Nishimura (MT19937), in CPython's sequences."""
import os as _os
from bisect import bisect as _bisect
from math import acos as _acos, ceil as _ceil, cos as _cos, exp as _exp, floor as _floor, isfinite as _isfinite, log as _log, pi as _pi, sin as _sin, sqrt as _sqrt

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
TWOPI = 2.0 * _pi
BPF = 53
RECIP_BPF = 2 ** -BPF


class _NoStep:
    pass


_ONE = _NoStep()


class Random:
    __fields__ = ("_state", "_size", "_at", "_gauss_next")
    __buffers__ = (("_state", "", "_size", ""),)

    def __init__(self, x=None):
        self._state = _k.buf_new_i64(624)
        self._size = _k.i64(624)
        self._at = _k.i64(624)
        self._gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        self._gauss_next = None
        if a is None:
            self._seed_int(int.from_bytes(_os_urandom(32), "little"))
        elif isinstance(a, int):
            self._seed_int(abs(a))
        elif isinstance(a, float):
            self._seed_int(hash(a) & 18446744073709551615 if hash(a) >= 0 else -hash(a))
        elif version == 1 and isinstance(a, (str, bytes)):
            self._seed_int(_first_version([ord(c) for c in a] if isinstance(a, str) else list(a)))
        elif isinstance(a, str):
            self._seed_bytes(a.encode())
        elif isinstance(a, bytes) or isinstance(a, bytearray):
            self._seed_bytes(bytes(a))
        else:
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")

    def _seed_bytes(self, data):
        self._seed_int(int.from_bytes(data + _sha512(data), "big"))

    def _seed_int(self, n):
        key = []
        while n > 0:
            key.append(n & 4294967295)
            n = n >> 32
        if not key:
            key.append(0)
        self._begin(19650218)
        mt = self._state
        i = _k.i64(1)
        j = 0
        k = 624 if len(key) < 624 else len(key)
        while k > 0:
            before = _k.buf_get(mt, i - 1)
            mixed = (_k.buf_get(mt, i) ^ ((before ^ _k.i64_shr(before, 30)) * 1664525)) + _k.i64(key[j]) + _k.i64(j)
            _k.buf_init(mt, i, mixed & 4294967295)
            i = i + 1
            j = j + 1
            if i >= 624:
                _k.buf_init(mt, 0, _k.buf_get(mt, 623))
                i = _k.i64(1)
            if j >= len(key):
                j = 0
            k = k - 1
        k = 623
        while k > 0:
            before = _k.buf_get(mt, i - 1)
            mixed = (_k.buf_get(mt, i) ^ ((before ^ _k.i64_shr(before, 30)) * 1566083941)) - i
            _k.buf_init(mt, i, mixed & 4294967295)
            i = i + 1
            if i >= 624:
                _k.buf_init(mt, 0, _k.buf_get(mt, 623))
                i = _k.i64(1)
            k = k - 1
        _k.buf_init(mt, 0, _k.i64(2147483648))

    def _begin(self, s):
        mt = self._state
        value = _k.i64(s)
        _k.buf_init(mt, 0, value)
        i = _k.i64(1)
        while i < 624:
            value = (1812433253 * (value ^ _k.i64_shr(value, 30)) + i) & 4294967295
            _k.buf_init(mt, i, value)
            i = i + 1
        self._at = _k.i64(624)

    def _refill(self):
        mt = self._state
        i = _k.i64(0)
        while i < 624:
            following = i + 1 if i < 623 else _k.i64(0)
            far = i + 397 if i < 227 else i - 227
            y = (_k.buf_get(mt, i) & 2147483648) | (_k.buf_get(mt, following) & 2147483647)
            mixed = _k.buf_get(mt, far) ^ _k.i64_shr(y, 1)
            if y & 1 != 0:
                mixed = mixed ^ 2567483615
            _k.buf_init(mt, i, mixed)
            i = i + 1
        self._at = _k.i64(0)

    def _word(self):
        # The next 32 bits.
        if self._at >= 624:
            self._refill()
        at = self._at
        y = _k.buf_get(self._state, at)
        self._at = at + 1
        y = y ^ _k.i64_shr(y, 11)
        y = y ^ ((y << 7) & 2636928640)
        y = y ^ ((y << 15) & 4022730752)
        return y ^ _k.i64_shr(y, 18)

    def random(self):
        a = _k.i64_shr(self._word(), 5)
        b = _k.i64_shr(self._word(), 6)
        return _k.small_int(a * 67108864 + b) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k, /):
        k = _k.to_int(_ssize(k))
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        if k == 0:
            return 0
        if k <= 32:
            return _k.small_int(_k.i64_shr(self._word(), _k.i64(32 - k)))
        return int.from_bytes(self._random_bits(k), "little")

    def _random_bits(self, k):
        # Whole words, the least significant one first; of the last the upper bits.
        out = bytearray()
        while k > 0:
            word = _k.small_int(self._word())
            if k < 32:
                word >>= 32 - k
            out.append(word & 255)
            out.append(word >> 8 & 255)
            out.append(word >> 16 & 255)
            out.append(word >> 24)
            k -= 32
        return out

    def randbytes(self, n):
        if n < 0:
            raise ValueError("number of bits must be non-negative")
        return bytes(self._random_bits(n * 8)[:n])

    def _randbelow(self, n):
        if n <= 0:
            return 0
        k = n.bit_length()
        r = self.getrandbits(k)
        while r >= n:
            r = self.getrandbits(k)
        return r

    def randrange(self, start, stop=None, step=_ONE):
        first = _whole(start, "arg 1")
        if stop is None:
            if step is not _ONE:
                raise TypeError("Missing a non-None stop argument")
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        last = _whole(stop, "stop")
        width = last - first
        gap = 1 if step is _ONE else _whole(step, "step")
        if gap == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError("empty range for randrange() (" + str(first) + ", " + str(last) + ", " + str(width) + ")")
        if gap > 0:
            n = (width + gap - 1) // gap
        elif gap < 0:
            n = (width + gap + 1) // gap
        else:
            raise ValueError("zero step for randrange()")
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return first + gap * self._randbelow(n)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        i = len(x) - 1
        while i > 0:
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]
            i = i - 1

    def sample(self, population, k, *, counts=None):
        if isinstance(population, set) or isinstance(population, frozenset) or isinstance(population, dict):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            sums = []
            total = 0
            for times in counts:
                total = total + times
                sums.append(total)
            if len(sums) != len(population):
                raise ValueError("The number of counts does not match the population")
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            return [population[_bisect(sums, x)] for x in self._sample(range(total), k)]
        return self._sample(population, k)

    def _sample(self, population, k):
        n = len(population)
        if k < 0 or k > n:
            raise ValueError("Sample larger than population or is negative")
        out = []
        limit = 21
        if k > 5:
            limit += 4 ** int(_ceil(_log(k * 3, 4)))
        if n <= limit:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                out.append(pool[j])
                pool[j] = pool[n - i - 1]
        else:
            seen = set()
            for i in range(k):
                j = self._randbelow(n)
                while j in seen:
                    j = self._randbelow(n)
                seen.add(j)
                out.append(population[j])
        return out

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        out = []
        if cum_weights is None:
            if weights is None:
                for _ in range(k):
                    out.append(population[int(self.random() * (n + 0.0))])
                return out
            sums = []
            total = 0
            for w in weights:
                total = total + w
                sums.append(total)
        else:
            if weights is not None:
                raise TypeError("Cannot specify both weights and cumulative weights")
            sums = list(cum_weights)
        if len(sums) != n:
            raise ValueError("The number of weights does not match the population")
        whole = sums[-1] + 0.0
        if whole <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if not _isfinite(whole):
            raise ValueError("Total of weights must be finite")
        for _ in range(k):
            point = self.random() * whole
            lo = 0
            hi = n - 1
            while lo < hi:
                mid = (lo + hi) // 2
                if point < sums[mid]:
                    hi = mid
                else:
                    lo = mid + 1
            out.append(population[lo])
        return out

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if high == low:
            return low
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def gauss(self, mu=0.0, sigma=1.0):
        z = self._gauss_next
        self._gauss_next = None
        if z is None:
            angle = self.random() * (2.0 * _pi)
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self._gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        # A. Kinderman and J. Monahan's ratio of uniforms.
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -_log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        u = 1.0 - self.random()
        return u ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        u = 1.0 - self.random()
        return alpha * (-_log(u)) ** (1.0 / beta)

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            # R. Cheng, 1977.
            ainv = _sqrt(2.0 * alpha - 1.0)
            bbb = alpha - LOG4
            ccc = alpha + ainv
            while True:
                u1 = self.random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - self.random()
                v = _log(u1 / (1.0 - u1)) / ainv
                x = alpha * _exp(v)
                z = u1 * u1 * u2
                r = bbb + ccc * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        # Between 0 and 1: Ahrens and Dieter's GS, as in W. Kennedy and J. Gentle.
        while True:
            u = self.random()
            b = (2.718281828459045 + alpha) / 2.718281828459045
            p = b * u
            if p <= 1.0:
                x = p ** (1.0 / alpha)
            else:
                x = -_log((b - p) / alpha)
            u1 = self.random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    break
            elif u1 <= _exp(-x):
                break
        return x * beta

    def vonmisesvariate(self, mu, kappa):
        # D. Best and N. Fisher, 1979.
        if kappa <= 1e-6:
            return 2.0 * _pi * self.random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        angle = _acos((q + z) / (1.0 + q * z))
        return (mu + (angle if self.random() > 0.5 else -angle)) % (2.0 * _pi)

    def getstate(self):
        """What setstate() takes to go on from here."""
        words = []
        i = _k.i64(0)
        while i < 624:
            words.append(_k.small_int(_k.buf_get(self._state, i)))
            i = i + 1
        words.append(_k.small_int(self._at))
        return (3, tuple(words), self._gauss_next)

    def setstate(self, state):
        version, words, gauss_next = state
        if version != 3 and version != 2:
            raise ValueError("state with version " + str(version) + " passed to Random.setstate() of version 3")
        if len(words) != 625:
            raise ValueError("state vector is the wrong size")
        if not 0 <= words[624] <= 624:
            raise ValueError("invalid state")
        i = _k.i64(0)
        while i < 624:
            _k.buf_init(self._state, i, _ssize(words[_k.to_int(i)] & 4294967295))
            i = i + 1
        self._at = _ssize(words[624])
        self._gauss_next = gauss_next

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        if y:
            return y / (y + self.gammavariate(beta, 1.0))
        return 0.0


# The seed that Python 2 made of these characters.
def _first_version(codes):
    x = codes[0] << 7 if codes else 0
    for c in codes:
        x = (1000003 * x ^ c) & 0xffffffffffffffff
    return x ^ len(codes)


# An argument of randrange().
def _whole(x, what):
    if isinstance(x, float):
        n = int(x)
        if n != x:
            raise ValueError("non-integer " + what + " for randrange()")
        return n
    return _as_index(x)


def _primes(n):
    out = []
    x = 2
    while len(out) < n:
        prime = True
        for p in out:
            if x % p == 0:
                prime = False
                break
        if prime:
            out.append(x)
        x += 1
    return out


def _root_bits(n, degree):
    # The first 64 bits behind the point of the square or cube root of n.
    target = n << (64 * degree)
    lo = 0
    hi = 1 << 80
    while lo < hi:
        mid = (lo + hi + 1) >> 1
        if mid ** degree <= target:
            lo = mid
        else:
            hi = mid - 1
    return lo & 18446744073709551615


def _turn(x, n):
    return ((x >> n) | (x << (64 - n))) & 18446744073709551615


def _sha512(data):
    # FIPS 180-4; seeds made of text are the only use.
    mask = 18446744073709551615
    primes = _primes(80)
    constants = [_root_bits(p, 3) for p in primes]
    state = [_root_bits(p, 2) for p in primes[:8]]
    padded = data + b"\x80" + bytes((111 - len(data)) % 128) + (len(data) * 8).to_bytes(16, "big")
    for start in range(0, len(padded), 128):
        words = [int.from_bytes(padded[start + 8 * i:start + 8 * i + 8], "big") for i in range(16)]
        for i in range(16, 80):
            x = words[i - 15]
            y = words[i - 2]
            low = _turn(x, 1) ^ _turn(x, 8) ^ (x >> 7)
            high = _turn(y, 19) ^ _turn(y, 61) ^ (y >> 6)
            words.append((words[i - 16] + low + words[i - 7] + high) & mask)
        a, b, c, d, e, f, g, h = state
        for i in range(80):
            t1 = h + (_turn(e, 14) ^ _turn(e, 18) ^ _turn(e, 41)) + ((e & f) ^ (~e & mask & g)) + constants[i] + words[i]
            t2 = (_turn(a, 28) ^ _turn(a, 34) ^ _turn(a, 39)) + ((a & b) ^ (a & c) ^ (b & c))
            h = g
            g = f
            f = e
            e = (d + t1) & mask
            d = c
            c = b
            b = a
            a = (t1 + t2) & mask
        state = [(x + y) & mask for x, y in zip(state, [a, b, c, d, e, f, g, h])]
    out = b""
    for word in state:
        out += word.to_bytes(8, "big")
    return out


class SystemRandom(Random):
    """Random numbers from the operating system; no two runs are alike."""

    def random(self):
        return (int.from_bytes(_os.urandom(7), "big") >> 3) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        n = (k + 7) // 8
        return int.from_bytes(_os.urandom(n), "big") >> (n * 8 - k)

    def randbytes(self, n):
        return _os.urandom(n)

    def seed(self, *args, **kwds):
        return None

    def getstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    def setstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")


_shared = Random()


def seed(a=None, version=2):
    _shared.seed(a, version)


def random():
    return _shared.random()


def getrandbits(k, /):
    return _shared.getrandbits(k)


def randbytes(n):
    return _shared.randbytes(n)


def randrange(start, stop=None, step=_ONE):
    return _shared.randrange(start, stop, step)


def randint(a, b):
    return _shared.randint(a, b)


def choice(seq):
    return _shared.choice(seq)


def shuffle(x):
    _shared.shuffle(x)


def sample(population, k, *, counts=None):
    return _shared.sample(population, k, counts=counts)


def choices(population, weights=None, *, cum_weights=None, k=1):
    return _shared.choices(population, weights, cum_weights=cum_weights, k=k)


def uniform(a, b):
    return _shared.uniform(a, b)


def triangular(low=0.0, high=1.0, mode=None):
    return _shared.triangular(low, high, mode)


def gauss(mu=0.0, sigma=1.0):
    return _shared.gauss(mu, sigma)


def normalvariate(mu=0.0, sigma=1.0):
    return _shared.normalvariate(mu, sigma)


def lognormvariate(mu, sigma):
    return _shared.lognormvariate(mu, sigma)


def expovariate(lambd):
    return _shared.expovariate(lambd)


def paretovariate(alpha):
    return _shared.paretovariate(alpha)


def weibullvariate(alpha, beta):
    return _shared.weibullvariate(alpha, beta)


def gammavariate(alpha, beta):
    return _shared.gammavariate(alpha, beta)


def betavariate(alpha, beta):
    return _shared.betavariate(alpha, beta)


def vonmisesvariate(mu, kappa):
    return _shared.vonmisesvariate(mu, kappa)


def getstate():
    return _shared.getstate()


def setstate(state):
    _shared.setstate(state)
