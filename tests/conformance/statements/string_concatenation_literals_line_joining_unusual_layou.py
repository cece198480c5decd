# String concatenation of literals, line joining, unusual layout.
x = ('a' 'b'
     "c"); y = 1 if x \
 else 2; print(x, y, 0x_ff, 1_000, 0o17, 1e-3, 5 .real, -5 .__abs__())
