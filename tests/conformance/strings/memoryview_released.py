# types: dynamic
m = memoryview(bytearray(b"abcdef"))
print(m.strides, m[::2].strides, m.shape, m.suboffsets, m.contiguous, m[::2].contiguous, m.c_contiguous, m.readonly, m.toreadonly().readonly, m.obj)
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print(m[I(1)], m[I(-1)], m[1:3].tolist())
m[I(0)] = I(65)
print(bytes(m), m == b"Abcdef")
for f in (lambda: hash(m), lambda: m.__setitem__(0, 300), lambda: m.__setitem__(0, "x"), lambda: m[9], lambda: m.toreadonly().__setitem__(0, 1)):
    try:
        print(f())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
def dele():
    del m[0]
try:
    dele()
except TypeError as e:
    print(e)
print(hash(memoryview(b"abc")) == hash(b"abc"))
with memoryview(b"xyz") as v:
    print(v.tobytes(), v.hex())
for f in (lambda: len(v), lambda: v[0], lambda: bytes(v), lambda: v.tolist(), lambda: v.readonly, lambda: v.obj, lambda: v.__enter__(), lambda: memoryview(v), lambda: hash(v)):
    try:
        print(f())
    except ValueError as error:
        print(error)
print(v == v, v == b"xyz", repr(v).startswith("<released memory at 0x"))
v.release()
