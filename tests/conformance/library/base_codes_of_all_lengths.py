# base64 and binascii: every length, every option, broken input; random bytes.
import base64
import binascii
import random
import zlib

random.seed(11)
samples = [random.randbytes(n) for n in range(40)] + [bytes(n) for n in range(9)] + [b" " * n for n in range(9)]
samples += [random.randbytes(5000), b"\0\0\0\0abc", b"    \0\0\0\0    "]
total = 0
for s in samples:
    results = [base64.b64encode(s), base64.b32encode(s), base64.b16encode(s), base64.b85encode(s), base64.b85encode(s, pad=True),
               base64.a85encode(s), base64.a85encode(s, foldspaces=True), base64.a85encode(s, pad=True), base64.a85encode(s, adobe=True),
               base64.a85encode(s, wrapcol=7), base64.a85encode(s, wrapcol=1, adobe=True), base64.a85encode(s, wrapcol=6, adobe=True),
               base64.urlsafe_b64encode(s), base64.encodebytes(s), binascii.b2a_base64(s), binascii.hexlify(s), base64.b32hexencode(s)]
    total = zlib.crc32(b"|".join(results), total)
    if len(s) in (0, 4, 7, 8, 12):
        print(len(s), results[0], results[5:12])
    assert base64.b64decode(results[0]) == s
    assert base64.b32decode(results[1]) == s
    assert base64.b16decode(results[2]) == s
    assert base64.b85decode(results[3]) == s
    assert base64.a85decode(results[5]) == s
    assert base64.a85decode(results[6], foldspaces=True) == s
    assert base64.a85decode(results[8], adobe=True) == s
    assert base64.a85decode(results[9]) == s
    assert base64.urlsafe_b64decode(results[12]) == s
    assert base64.decodebytes(results[13]) == s
    assert binascii.unhexlify(results[15]) == s
print(total)


def attempt(f, *args, **options):
    try:
        return f(*args, **options)
    except (ValueError, TypeError) as e:
        return f"{type(e).__name__}: {e}"


for text in ("", "A", "AA", "AAA", "AAAA", "AAAA=", "AA==AA", "A===", "AA=A", "A\nA\nA\nA", "AAA=\n", "****", "AAAA*AAA=", "AAAAA", "é", "AAAABBBB===="):
    print(repr(text), attempt(base64.b64decode, text), attempt(base64.b64decode, text, validate=True))
for text in (b"", b"0", b"0g", b"ABcd", b"abCD ", b"00" * 5, b"zz"):
    print(text, attempt(binascii.unhexlify, text), attempt(base64.b16decode, text), attempt(base64.b16decode, text, True))
for text in (b"", b"z", b"zz", b"!z", b"s8W-!", b"s8W-\"", b"!", b"!!", b"a b\nc", b"y", b"~>", b"<~~>", b"<~87cUR~>", b"87cURD]i,\"Ebo80", b"v", b"{"):
    print(text, attempt(base64.a85decode, text), attempt(base64.a85decode, text, adobe=True), attempt(base64.a85decode, text, foldspaces=True))
for text in (b"", b"0", b"00000", b"~~~~~", b"|NsC0", b"|NsC1", b" ", b"a\xff"):
    print(text, attempt(base64.b85decode, text))
for n in (0, 1, 31, 32, 33, 64, 65, 100, 1000):
    print(n, random.getrandbits(n) % 1000003, random.randbytes(n % 40).hex())
print(len(random.randbytes(1 << 20)), random.getrandbits(1 << 18).bit_length() <= 1 << 18, attempt(random.randbytes, -1))
