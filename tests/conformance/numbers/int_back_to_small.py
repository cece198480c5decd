# A big intermediate result that becomes small again is an ordinary int.
a = 10 ** 30
b = a - (10 ** 30 - 5)
print(b, b + 1, [10, 20, 30, 40, 50, 60][b], b == 5, {5: 'five'}[b])
c = (2 ** 64) // (2 ** 60)
print('x' * c, list(range(c))[3:], c << 1)
d = -(2 ** 63) + 2 ** 63
print(d, not d, d == 0, bool(d))
e = (2 ** 100) % 97
print(e, 'abcdefghijklmnopqrstuvwxyz'[e % 26])
f = (3 ** 50) >> 75
print(f, f & 1, hash(f) == f)
total = 0
for v in [2 ** 64, -(2 ** 64), 7]:
    total += v
print(total, total.bit_length())
