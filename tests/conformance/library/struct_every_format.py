# Every letter of every order, with values in and out of range, and the errors by their texts.
import struct


def show(what, call):
    try:
        print(what, call())
    except (struct.error, OverflowError, UnicodeEncodeError) as e:
        print(what, type(e).__name__, e)


def pack_one(format, value):
    try:
        return struct.pack(format, value).hex()
    except (struct.error, OverflowError) as e:
        return type(e).__name__ + ": " + str(e)


edges = [0, 1, -1]
for bits in (7, 8, 15, 16, 31, 32, 63, 64, 70):
    for step in (-1, 0, 1):
        edges.append((1 << bits) + step)
        edges.append(-(1 << bits) + step)
for order in ("", "@", "=", "<", ">", "!"):
    for letter in "bBhHiIlLqQ":
        good = 0
        for n in edges:
            text = pack_one(order + letter, n)
            if ":" in text:
                if order in ("@", "<"):
                    print(order + letter, n, text)
            else:
                good += 1
                back, = struct.unpack(order + letter, bytes.fromhex(text))
                if back != n:
                    print("lost", order, letter, n, back)
        print(order + letter, struct.calcsize(order + letter), good, "fit")
for letter in "nNP":
    for n in edges:
        print(letter, n, pack_one(letter, n), end="; ")
    print()
    print(pack_one("<" + letter, 1))

floats = [0.0, -0.0, 1.0, -1.5, 0.1, 3.141592653589793, 1e-5, 6e-8, 3e-8, 2e-8, 65504.0, 65519.9, 65520.0, 1e5, 1e-45, 7e-46, 1e-38, 3.4028234e38, 3.4028236e38,
          1e39, 5e-324, 1e308, float("inf"), float("-inf"), float("nan"), 2049.0, 2051.0, 16777217.0, 16777219.0, 6.1e-5, 1.1754943508222875e-38]
for letter in "efd":
    for order in "<>":
        for x in floats:
            text = pack_one(order + letter, x)
            if ":" in text:
                print(order + letter, x, text)
            else:
                back, = struct.unpack(order + letter, bytes.fromhex(text))
                print(order + letter, x, text, back)
    print(pack_one(letter, 3), pack_one(letter, True), pack_one(letter, 10 ** 400))
total = 0
for k in range(2000):
    x = (k - 1000) * 1.37e-6 * (k + 3) ** 3
    total = (total * 31 + int.from_bytes(struct.pack("<ddf", x, 1 / (k + 1), x), "big")) % 1000003
for k in range(65536):
    h = k.to_bytes(2, "little")
    x, = struct.unpack("<e", h)
    if x == x and struct.pack("<e", x) != h:
        print("half", k)
print(total)

for text in (b"", b"a", b"abc", b"abcdefgh"):
    for n in range(6):
        for letter in "sp":
            f = str(n) + letter
            data = struct.pack(f, text)
            if f == "0p":
                continue
            print(f, data, struct.unpack(f, data), end=" ")
    print()
for f in ("", "0i", "3x", "b3x", "bi", "ib", "bh", "bhi", "bq", "bd", "b0i", "b0q", "qb", "2bi", "i i", " i\tb\n", "3si", "4sc?", "bP", "2h0d", "=bi", "<bq", ">b0i", "!hl"):
    print(repr(f), struct.calcsize(f), end=" ")
print()
for f in ("5", "<5", "z", " <i", "<n", "2 i", "-1i", "99999999999999999999i", "9223372036854775807i", "@i@", "é"):
    show(repr(f), lambda: struct.calcsize(f))
show("short", lambda: struct.unpack("<i", b"abc"))
show("long", lambda: struct.unpack("<i", b"abcde"))
show("few", lambda: struct.pack("<ii", 1))
show("many", lambda: struct.pack("<i", 1, 2))
show("none", lambda: struct.pack("", 2))
show("char", lambda: struct.pack("c", b"ab"))
show("bool", lambda: struct.pack("3?", 5, [], "x"))
data = bytes(range(12))
for at in (-13, -12, -5, -4, -3, -1, 0, 3, 8, 9, 12, 13):
    show(at, lambda: struct.unpack_from("<i", data, at))
    buffer = bytearray(12)
    show(at, lambda: (struct.pack_into(">i", buffer, at, 0x01020304), buffer))
show("into", lambda: struct.pack_into("<ii", bytearray(9), 0, 1))
print(list(struct.iter_unpack("<hb", data)), list(struct.iter_unpack(">I", b"")))
show("zero", lambda: list(struct.iter_unpack("", data)))
show("odd", lambda: list(struct.iter_unpack("<5s", data)))
s = struct.Struct("<h2sd?")
print(s.format, s.size, s.pack(1, b"x", 2.5, True), s.unpack(s.pack(1, b"x", 2.5, False)))
print(list(s.iter_unpack(bytes(26))), s.unpack_from(bytes(20), 7), s.unpack_from(buffer=bytes(20), offset=2))
buffer = bytearray(20)
s.pack_into(buffer, 4, -2, b"longer", -1.0, 1)
print(buffer, struct.Struct(b">H").format)
print(struct.unpack("<H", bytearray(b"ab")), struct.unpack("<H", memoryview(b"abcd")[1:3]), struct.unpack_from("B", buffer=b"abc", offset=1))


class Index:
    def __index__(self):
        return 7


print(struct.pack("<bHf", Index(), Index(), Index()))
# A format that only the running program knows.
row = []
for letter in "hifd?cs":
    values = struct.unpack("<2" + letter, bytes(range(1, 1 + struct.calcsize("<2" + letter))))
    row.append(len(values))
    print(values)
print(row)
print(issubclass(struct.error, Exception), struct.error.__name__)
