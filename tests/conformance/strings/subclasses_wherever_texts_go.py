# types: dynamic
import hashlib, base64, binascii, zlib, struct, io, re
class MyB(bytes): pass
class MyS(str): pass
m = MyB(b"abcd")
tests = [lambda: hashlib.md5(m).hexdigest(), lambda: base64.b64encode(m), lambda: binascii.b2a_hex(m), lambda: zlib.crc32(m), lambda: struct.unpack("<I", m),
  lambda: int.from_bytes(m, "big"), lambda: b"-".join([m, m]), lambda: io.BytesIO(m).read(), lambda: bytes(m), lambda: bytearray(m), lambda: memoryview(m).tolist(),
  lambda: re.match(b"a.", m).group(), lambda: m.decode(), lambda: b"x" + m, lambda: m in {b"abcd": 1}, lambda: b"bc" in m, lambda: b"%b" % m, lambda: str(m, "ascii"),
  lambda: float(MyS("1.5")), lambda: int(MyS("12")), lambda: ord(MyS("x")), lambda: ord(MyB(b"y")), lambda: ",".join([MyS("a"), MyS("b")]), lambda: "x" + MyS("y"), lambda: MyS("k") in {"k": 1},
  lambda: "a%sb" % MyS("z"), lambda: "abc".replace(MyS("b"), MyS("X")), lambda: "a-b".split(MyS("-")), lambda: "abc".startswith((MyS("ab"), "z")), lambda: re.sub(MyS("b"), MyS("q"), MyS("abc")),
  lambda: "{}".format(MyS("f")), lambda: MyS("{}").format(3), lambda: io.StringIO(MyS("text")).read(), lambda: "abc".find(MyS("c")), lambda: getattr(m, "hex")(), lambda: bytes.fromhex(MyS("ff")),
  lambda: "x".encode(MyS("utf-8")), lambda: "abc".translate({97: MyS("Z")}), lambda: str.maketrans(MyS("a"), MyS("b")), lambda: "%d" % int(MyS("7")), lambda: "ab".center(6, MyS("*")), lambda: sorted([MyS("b"), "a"]),
  lambda: max(MyS("b"), "a"), lambda: MyS("abc").join(["1", "2"]), lambda: print(MyS("printed"), end=MyS("!\n")), lambda: "abc".partition(MyS("b")), lambda: MyS("a") * 2, lambda: hash(MyS("q")) == hash("q"), lambda: list(zip(MyS("ab"), MyB(b"cd")))]
for i, t in enumerate(tests):
    try: print(i, t())
    except Exception as e: print(i, type(e).__name__, e)
