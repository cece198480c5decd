# Every digest of hashlib at lengths around its blocks; copies, keys, errors.
import hashlib
msgs = [b"", b"a", b"abc", b"message digest", b"x" * 55, b"x" * 56, b"x" * 63, b"x" * 64, b"y" * 65, b"y" * 111, b"y" * 112, b"z" * 127,
        b"z" * 128, b"q" * 129, b"q" * 135, b"q" * 136, b"q" * 137, b"q" * 143, b"q" * 144, bytes(range(256)) * 10]
for m in msgs:
    print(len(m), hashlib.md5(m).hexdigest(), hashlib.sha1(m).hexdigest(), hashlib.sha224(m).hexdigest(), hashlib.sha256(m).hexdigest())
    print(hashlib.sha384(m).hexdigest(), hashlib.sha512(m).hexdigest())
    print(hashlib.sha3_224(m).hexdigest(), hashlib.sha3_256(m).hexdigest(), hashlib.sha3_384(m).hexdigest(), hashlib.sha3_512(m).hexdigest())
    print(hashlib.blake2b(m).hexdigest(), hashlib.blake2s(m).hexdigest(), hashlib.shake_128(m).hexdigest(20), hashlib.shake_256(m).hexdigest(200))
print(hashlib.blake2b(b"m", digest_size=20, key=b"k" * 10, salt=b"s", person=b"p").hexdigest())
print(hashlib.blake2s(b"m" * 100, digest_size=16, key=b"key", salt=b"12345678", person=b"me").hexdigest())
print(hashlib.blake2s(b"m", fanout=2, depth=2, leaf_size=4096, node_offset=3, node_depth=1, inner_size=32, last_node=True).hexdigest())
for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "SHA224"):
    h = hashlib.new(name)
    for i in range(300):
        h.update(bytes([i % 256]) * (i % 70))
    c = h.copy()
    c.update(b"more")
    print(h.name, h.digest_size, h.block_size, h.hexdigest(), c.hexdigest(), len(h.digest()))
try:
    hashlib.new("nothing")
except ValueError as e:
    print(e)
try:
    hashlib.blake2b(digest_size=65)
except ValueError as e:
    print(e)
h = hashlib.sha256()
h.update(b"")
h.update(bytearray(b"ab"))
h.update(memoryview(b"c"))
print(h.digest(), sorted(hashlib.algorithms_guaranteed))
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 50).hex(), hashlib.pbkdf2_hmac("sha1", b"p" * 100, b"s", 3, 50).hex())
for bad in ({"salt": b"1" * 17}, {"person": b"1" * 17}, {"fanout": 256}, {"depth": 0}, {"node_depth": 256}, {"inner_size": 65}, {"key": b"1" * 65}):
    try:
        hashlib.blake2b(b"", **bad)
    except ValueError as e:
        print(e)
