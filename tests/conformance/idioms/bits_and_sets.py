# Bit masks as sets, Gray codes, subsets, parity, popcounts.
def bits(n):
    return [i for i in range(n.bit_length()) if n >> i & 1]


def from_bits(positions):
    n = 0
    for p in positions:
        n |= 1 << p
    return n


def gray(n):
    return [i ^ i >> 1 for i in range(2 ** n)]


def subsets(items):
    return [[x for i, x in enumerate(items) if mask >> i & 1] for mask in range(1 << len(items))]


print(bits(0), bits(13), bits(2 ** 70 + 5), from_bits([0, 2, 3]), from_bits([100]), from_bits(bits(12345)) == 12345)
print([f'{g:03b}' for g in gray(3)], subsets('abc'), len(subsets(range(10))))
evens, small = from_bits(range(0, 20, 2)), from_bits(range(8))
print(bits(evens & small), bits(evens ^ small), bits(small & ~evens), bits(evens | 1 << 19)[-2:])


def parity(n):
    p = 0
    while n:
        p ^= 1
        n &= n - 1
    return p


print([parity(n) for n in range(10)], parity(2 ** 100 + 1), [n & -n for n in (1, 6, 8, 2 ** 70 * 3)])


def reverse_bits(n, width=8):
    out = 0
    for _ in range(width):
        out = out << 1 | n & 1
        n >>= 1
    return out


print([reverse_bits(n) for n in (1, 2, 128, 6)], reverse_bits(1, 70), f'{reverse_bits(0b1011):08b}')
flags = {'read': 4, 'write': 2, 'run': 1}
mode = flags['read'] | flags['run']
print([name for name, bit in flags.items() if mode & bit], mode & ~flags['read'], f'{mode:03b}', mode == 0b101)
crc = 0
for byte in b'123456789':
    crc ^= byte << 8
    for _ in range(8):
        crc = crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1
        crc &= 0xFFFF
print(hex(crc))
