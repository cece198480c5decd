# types: dynamic
for f in (lambda: [0] * (1 << 62), lambda: 'a' * (1 << 62), lambda: b'ab' * (1 << 62), lambda: (1, 2) * (1 << 61), lambda: bytearray(b'ab') * (1 << 62), lambda: [0] * (1 << 100), lambda: [1,2,3] * (1<<62),
  lambda: 'ab' * (1 << 63), lambda: 'é' * (1 << 62), lambda: b'a' * (1<<64), lambda: bytes(1 << 62), lambda: bytearray(1 << 62), lambda: 'x'.ljust(1 << 62), lambda: 'x'.center(1<<62), lambda: b'x'.rjust(1<<62), lambda: 'x'.zfill(1<<62), lambda: '\t'.expandtabs(1<<62), lambda: ' ' * (1<<50), lambda: [None] * (1<<50), lambda: (0,) * (1 << 50), lambda: 1 << (1 << 70), lambda: 1 << (1 << 60), lambda: '%*d' % (1<<62, 1), lambda: format(1, '9999999999999999999d'),lambda: format(1.0, '.9999999999999999999f'), lambda: f'{1:{1<<62}}', lambda: int.to_bytes(1, 1<<62, 'big'), lambda: round(1.5, 1<<62), lambda: [1,2,3].insert(1<<80, 1), lambda: [1,2,3][1<<80:], lambda: [1,2][1<<80],lambda: 'a'.join(['b'*(1<<20)]*(1<<60))):
    try:
        r = f()
        print(repr(r)[:50])
    except Exception as e:
        print(type(e).__name__, e)
