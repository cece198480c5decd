# bytes: indexing, slicing, methods, encoding and decoding.
b = b'hello world'
print(b[0], b[-1], b[1:4], len(b), list(b[:3]), b.upper(), b.split(), b.find(b'o'), b.replace(b'l', b'L'), b'wor' in b, 104 in b)
print(bytes([65, 66, 67]), bytes(3), bytes('é', 'utf-8'), bytes(range(3)), b'a' + b'b', b'ab' * 2, b'a' < b'b', b.hex(), bytes.fromhex('00 ff 7F'))
s = 'añ日😀'
for encoding in ('utf-8', 'utf-16-le', 'utf-32-be', 'latin-1', 'ascii'):
    for errors in ('strict', 'replace', 'ignore', 'backslashreplace'):
        try:
            print(encoding, errors, s.encode(encoding, errors))
        except UnicodeEncodeError as e:
            print(encoding, errors, e)
data = b'caf\xc3\xa9 \xff \xe6\x97'
for errors in ('replace', 'ignore', 'backslashreplace', 'strict'):
    try:
        print(repr(data.decode('utf-8', errors)))
    except UnicodeDecodeError as e:
        print(e)
print(data.decode('latin-1'), b'\x41\x00'.decode('utf-16-le'), s.encode().decode() == s, b''.decode() == '')
ba = bytearray(b'abc')
ba[0] = 90
ba.append(33)
ba.extend(b'xy')
del ba[1]
print(ba, bytes(ba), len(ba), ba.decode())
