# types: dynamic
def tries(*calls):
    for call in calls:
        try:
            print(call())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
class B(bytearray):
    pass
b = bytearray(b"\xb9\x01\xef")
tries(lambda: bytes(0, "ascii"), lambda: bytes(b"", errors="strict"), lambda: bytearray(0, "ascii"), lambda: bytearray(encoding="ascii"), lambda: bytearray("a", "ascii"),
      lambda: b.hex(), lambda: b.hex(":"), lambda: b.hex(":", 2), lambda: b.hex(b"*"), lambda: b.hex(None), lambda: b.hex("xx"), lambda: bytes(b).hex(None),
      lambda: memoryview(b).hex("-"), lambda: ord(bytearray(b"a")), lambda: ord(bytearray(b"ab")), lambda: type(B.fromhex("ff00")).__name__,
      lambda: bytearray.maketrans(b"ab", b"xy")[97:99], lambda: b"abc".translate(bytearray.maketrans(b"ab", b"xy")))
v = memoryview(b"abc")
h = hash(v)
v.release()
print(hash(v) == h)


class Number(int):
    pass


class Hashed:
    def __hash__(self):
        return Number(42)


tries(lambda: b"abc".translate(b"1", 1), lambda: bytearray(b"abc").translate(b"1" * 256, 1), lambda: b"abc".translate(None, b"b"),
      lambda: hash(Hashed()) == hash(42))
