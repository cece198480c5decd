# And, or, xor, invert, shifts on both sides of the word size.
values = [0, 1, -1, 5, -6, 255, 2 ** 31, -2 ** 31, 2 ** 62, 2 ** 63, -2 ** 63, 2 ** 64 + 3, -(2 ** 70)]
for v in values:
    print(v, ~v, v & 255, v | 255, v ^ -1, v << 3, v >> 3)
print(values[-1] & values[-2], values[-1] | values[-2], values[-1] ^ values[-2])
print([1 << n for n in (0, 31, 32, 62, 63, 64, 65, 100)])
print([-(1 << n) >> (n - 1) for n in (1, 62, 63, 64, 100)])
print([v.bit_length() for v in values], [bin(v).count('1') for v in values])
x = 0
for bit in (0, 3, 64, 80):
    x |= 1 << bit
print(x, hex(x), bin(x), oct(x))
x &= ~(1 << 64)
print(x, [i for i in range(90) if x >> i & 1])
x ^= x
print(x, True & 1, True | False, True ^ True, ~True)
print(5 & 6 | 8 ^ 3 << 1, -1 >> 1000, 0 << 1000)
