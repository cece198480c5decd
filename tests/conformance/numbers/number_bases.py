# Converting to and from any base by hand.
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'


def to_base(n, base):
    if n == 0:
        return '0'
    sign = '-' if n < 0 else ''
    n = abs(n)
    out = []
    while n:
        n, d = divmod(n, base)
        out.append(DIGITS[d])
    return sign + ''.join(reversed(out))


for n in (0, 1, 35, 36, 255, -255, 2 ** 64, -10 ** 25):
    row = [to_base(n, base) for base in (2, 3, 8, 10, 16, 36)]
    print(n, row)
    for base, text in zip((2, 3, 8, 10, 16, 36), row):
        assert int(text, base) == n, (text, base)
print(to_base(255, 16) == hex(255)[2:], to_base(10, 2) == bin(10)[2:])
