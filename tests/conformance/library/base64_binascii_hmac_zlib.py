# base64, binascii, hmac, secrets, the check sums of zlib.
import base64, binascii, hashlib, hmac, secrets, zlib
for m in (b"", b"f", b"fo", b"foo", b"foob", b"fooba", b"foobar", bytes(range(256))):
    print(base64.b64encode(m), base64.urlsafe_b64encode(m), base64.b32encode(m), base64.b16encode(m), base64.b85encode(m), base64.b32hexencode(m))
    print(base64.b64decode(base64.b64encode(m)) == m, base64.urlsafe_b64decode(base64.urlsafe_b64encode(m)) == m, base64.b32decode(base64.b32encode(m)) == m,
          base64.b16decode(base64.b16encode(m)) == m, base64.b85decode(base64.b85encode(m)) == m, base64.encodebytes(m), base64.decodebytes(base64.encodebytes(m)) == m)
    print(binascii.hexlify(m), binascii.unhexlify(binascii.hexlify(m)) == m, zlib.crc32(m), zlib.adler32(m), binascii.crc32(m, 5), zlib.adler32(m, 77), binascii.crc_hqx(m, 0))
print(base64.b64decode("Zm9v YmFy\n"), base64.b64encode(b"\xff\xfe\xfd", b"-_"), base64.b64encode("hé".encode()).decode())
for bad in ("Zg", "Zg=", "Z", "Zm9vY", "===="):
    try:
        print(base64.b64decode(bad))
    except binascii.Error as e:
        print(e)
for bad in ("Zm9v YmFy", "Zm9v=", "=Zm9v", "Zg==Zg==", "Z=g="):
    try:
        print(base64.b64decode(bad, validate=True))
    except binascii.Error as e:
        print(e)
for bad in ("abc", "zz"):
    try:
        print(binascii.unhexlify(bad))
    except ValueError as e:
        print(type(e).__name__, e)
print(binascii.hexlify(b"abcdef", ":", 2), binascii.b2a_base64(b"hello"))
h = hmac.new(b"key", b"message", hashlib.sha256)
h.update(b" more")
print(h.hexdigest(), h.name, h.digest_size, h.block_size, hmac.new(b"k" * 200, b"m", "md5").hexdigest(), hmac.digest(b"k", b"m", "sha1").hex())
c = h.copy()
c.update(b"!")
print(c.hexdigest(), h.digest()[:4], hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"abc", b"abd"))
print(len(secrets.token_bytes(10)), len(secrets.token_hex(8)), secrets.randbelow(1), secrets.choice([3]), len(secrets.token_urlsafe(16)) == 22)
