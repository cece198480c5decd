# types: dynamic
# Separators of hex, fromhex of subclasses, __bytes__ that gives something else or is None.
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)
class A:
    __bool__ = None
t(bool, A())
class B:
    __bool__ = None
    def __len__(self): return 10
t(bool, B())
for b in (b'\xb9\x01\xef', bytearray(b'\xb9\x01\xef')):
    t(lambda: b.hex(''))
    t(lambda: b.hex('xx'))
    t(lambda: b.hex(None, 0))
    t(lambda: b.hex('\xff'))
    t(lambda: b.hex(b'\xff'))
    t(lambda: b.hex(b'\x80'))
    t(lambda: b.hex(chr(0x100)))
    t(lambda: b.hex(3))
class S(bytes): pass
class S2(bytes):
    def __new__(cls, x):
        return bytes.__new__(cls, x + b'!')
class BA(bytearray): pass
class BA2(bytearray):
    def __init__(self, *a, **k):
        bytearray.__init__(self, *a, **k)
        self.foo = 'bar'
t(S.fromhex, '1a2B30')
print(type(S.fromhex('1a')))
t(S2.fromhex, '1a2B30')
t(BA.fromhex, '1a')
print(type(BA.fromhex('1a')))
x = BA2.fromhex('1a2b')
print(x, x.foo, type(x))
class C: pass
t(bytes, C())
class D:
    def __bytes__(self): return None
t(bytes, D())
class E:
    def __bytes__(self): return b'a'
    def __index__(self): return 42
t(bytes, E())
class F(list):
    __bytes__ = None
t(bytes, F([1, 2]))
class G(int):
    __bytes__ = None
t(bytes, G(3))
class H(str):
    def __bytes__(self): return b'abc'
t(bytes, H('x'))
t(bytes, H('x'), 'latin-1')
class I:
    def __getitem__(self, i): return [1,2,3][i]
t(bytes, I())
