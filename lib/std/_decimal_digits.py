"""Digits of coefficients, for decimal."""


def _power(base, n):
    # Always an int, where ** may give a float.
    out = 1
    while n > 0:
        if n & 1:
            out = out * base
        base = base * base
        n = n >> 1
    return out


_POWERS = [_power(10, _i) for _i in range(64)]


def _ten(n):
    return _POWERS[n] if n < 64 else _power(10, n)


def _digits(n):
    # How many decimal digits: 1 for 0.
    if n == 0:
        return 1
    k = n.bit_length() * 30103 // 100000
    return k + 1 if n >= _ten(k) else k


def _shortened(sign, n, drop, rounding):
    # n without its last `drop` digits, rounded.
    if drop > _digits(n) + 1:
        q = 0
        half = -1
        if n == 0:
            return 0
    else:
        p = _ten(drop)
        q = n // p
        r = n - q * p
        if r == 0:
            return q
        r = r * 2
        half = 1 if r > p else (0 if r == p else -1)
    if rounding == "ROUND_HALF_EVEN":
        up = half > 0 or (half == 0 and q & 1 == 1)
    elif rounding == "ROUND_HALF_UP":
        up = half >= 0
    elif rounding == "ROUND_HALF_DOWN":
        up = half > 0
    elif rounding == "ROUND_DOWN":
        up = False
    elif rounding == "ROUND_UP":
        up = True
    elif rounding == "ROUND_CEILING":
        up = sign == 0
    elif rounding == "ROUND_FLOOR":
        up = sign == 1
    else:
        up = q % 5 == 0
    return q + 1 if up else q
