# types: dynamic
import base64, hashlib, binascii, struct, os.path, zlib
from array import array
a = array('H', [1, 2, 300])
print(base64.b64encode(a), bytes(a), bytearray(a), hashlib.sha256(a).hexdigest()[:8], binascii.hexlify(a), struct.unpack('<3H', a), b''.join([b'x', bytes(a)]), zlib.crc32(a))
print(os.path.normcase("A/b"), b'abc'.startswith(bytes(array('B', [97]))))
try:
    bytes(a, 'ascii')
except TypeError as e:
    print(e)
