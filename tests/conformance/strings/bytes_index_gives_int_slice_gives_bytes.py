# Bytes index gives int, slice gives bytes; bytearray mutates.
b = b'abc'; print(b[0], b[:1], list(b), b'%d' % 5, bytes(3), bytes([1, 2]), b.hex(), bytes.fromhex('6162')); x = bytearray(b); x[0] = 65; x += b'!'; print(x)
