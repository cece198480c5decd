# bytearray, memoryview and bytes together.
b = bytearray(b"abc")
b.append(100); b += b"ef"; b[0] = 65; b[1:3] = b"xyz"; del b[-1]
print(b, len(b), b[0], b[1:3], bytes(b), b.upper(), b.find(b"y"), b == b"Axyzde", b.pop(), b)
b.insert(0, 1); b.extend([2, 3]); b.reverse(); print(b, list(b), b.hex(), 3 in b)
m = memoryview(b"hello")
print(m[1], m[1:3].tobytes(), len(m), m.tolist(), bytes(m[::-1]), m == b"hello")
x = bytearray(5); v = memoryview(x); v[1] = 9; v[2:4] = b"zz"; print(x)
print(b"%d %s" % (1, b"x"), b"a".join([b"1", bytearray(b"2")]), bytes([1, 2]), bytearray("é", "utf-8"))
print(b"ab" < bytearray(b"b"), b"ab" == bytearray(b"ab"), bytearray(b"x") + b"y", bytes.maketrans(b"a", b"b")[97])
try: bytearray([256])
except ValueError as e: print(e)
print(str(b"caf\xc3\xa9", "utf-8"), "é".encode(), int(b"12"), float(b"1.5"))
