# abs, pow, divmod, min, max, sum, bin, hex, oct, bit_length, to_bytes.
print(abs(-5), abs(5), abs(-2 ** 70), abs(True), abs(-0))
print(pow(2, 10), pow(2, 100, 7), pow(-3, 3), pow(-3, 3, 5), pow(5, 0), pow(0, 0), pow(7, -1, 13))
print(bin(10), bin(-10), hex(255), hex(-255), oct(8), oct(-8), bin(0), hex(2 ** 70))
print((0).bit_length(), (1).bit_length(), (255).bit_length(), (-256).bit_length(), (13).bit_count())
print((1000).to_bytes(2, 'big'), (1000).to_bytes(4, 'little'), (-2).to_bytes(2, 'big', signed=True))
print(int.from_bytes(b'\x03\xe8', 'big'), int.from_bytes(b'\xff\xfe', 'big', signed=True))
print((7).numerator, (7).denominator, (7).real, (7).imag, (7).conjugate())
print(min(3, 1, 2), max([4, 9, 2]), sum([1, 2, 3], 10), sum([]), min([5]), max(-1, -2))
print(min(['b', 'a'], key=len), max('apple', 'fig', key=len), min([], default='none'))
print(divmod(17, 5), divmod(-17, 5), divmod(2 ** 70, 3))
for f in (lambda: min([]), lambda: pow(2, -1, 4), lambda: (300).to_bytes(1, 'big'), lambda: max(())):
    try:
        f()
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
