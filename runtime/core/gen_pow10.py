#!/usr/bin/python3
"""Prints pow10_table.inc: the leading 128 bits of 10**k for k = -342 … 324, rounded up if k < 0, else truncated."""
print("// Made by gen_pow10.py: {high, low} of the leading 128 bits of 10**k, k = -342 … 324; rounded up if k < 0, else truncated.")
for k in range(-342, 325):
    n, d = (10**k, 1) if k >= 0 else (1, 10**-k)
    shift = 127 - (n.bit_length() - d.bit_length())
    for s in (shift, shift + 1):
        t = (n << s) // d if s >= 0 else n // (d << -s)
        if t >> 127 == 1:
            break
    t += k < 0
    assert t >> 127 == 1
    print(f"{{0x{t >> 64:016x}, 0x{t & (1 << 64) - 1:016x}}},")
