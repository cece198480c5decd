# types: dynamic
# Numbers read from subclasses of texts and bytes, slice.indices of any size, % with wrong and unusual arguments.
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)
class CustomStr(str): pass
class CustomBytes(bytes): pass
class CustomByteArray(bytearray): pass
for f in (bytes, bytearray, lambda b: CustomStr(b.decode()), CustomBytes, CustomByteArray):
    x = f(b" 3.14  ")
    t(float, x)
    t(lambda: float(f(b'A' * 16)))
    t(int, f(b" 12 "))
    t(lambda: int(f(b'A' * 16)))
    t(lambda: int(f(b'12'), 16))
    t(lambda: complex(f(b'12')))
t(slice(None, 10, 2**100).indices, 2**100)
vals = [None, -2**100, -2**30, -53, 0, 1, 2**30, 2**100]
for a in vals:
    for b in vals:
        for c in (None, -2**100, -1, 1, 7, 2**100):
            for n in (0, 1, 53, 2**30, 2**100):
                print(slice(a, b, c).indices(n), end=' ')
print()
t(slice(None).indices, -1)
t(slice(0, 10, 0).indices, 5)
t(slice(0.0, 10, 1).indices, 5)
t(slice(0, 10, 1).indices, 5.0)
class MyIndexable(object):
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value
print(slice(MyIndexable(3), 10, MyIndexable(2)).indices(MyIndexable(5)))
t(str, errors='strict')
t(str, encoding='utf-8')
t(lambda: str('x', errors='strict'))
t(lambda: str('x'.encode(), errors='strict'))
t(lambda: str(b'\xc2\xa2', encoding='ascii'))
class S(str):
    def __str__(self):
        return '__str__ overridden'
s = S('xxx')
print("%s" % s, "{}".format(s), f"{s}", f"{s!s}", format(s), "{:>5}".format(s), "%5s" % s, str(s), repr(s), "%r" % s)
for n in ('islower', 'isupper'):
    m = getattr(str, n)
    print(m('\ud800'), m('a'))
from collections import UserList
class T(UserList):
    def __getitem__(self, key):
        return str(key) + '!!!'
print(next(iter(T((1,2)))))
class T2(list):
    def __getitem__(self, key):
        return str(key) + '!!!'
print(next(iter(T2((1,2)))))
t(lambda: 'a' * 2**63)
t(lambda: 'a' * -5)
t(lambda: [1] * 2**63)
t(lambda: b'a' * 2**62)
t(lambda: '%c' % 0x110000)
t(lambda: '%c' % 'ab')
t(lambda: '%c' % -1)
t(lambda: '%c' % 1.5)
t(lambda: '%s %s' % (1,))
t(lambda: '%z' % 1)
t(lambda: '{:%s}' % 3)
t(lambda: '%d' % '3')
t(lambda: '%x' % 3.5)
t(lambda: '%i' % None)
t(lambda: '%*d' % (5, 3))
t(lambda: '%*d' % (5.0, 3))
t(lambda: '%.*f' % (3, 2.5))
t(lambda: '%(x)s' % 3)
t(lambda: '%(x)s %s' % {'x': 3})
t(lambda: '%(x' % {'x': 3})
t(lambda: '%' % ())
t(lambda: '%s' % ())
t(lambda: 'x' % 3)
t(lambda: 'x' % {})
t(lambda: 'x' % [3])
t(lambda: b'%d %s' % (3, b'x'))
t(lambda: b'%f' % 'x')
t(lambda: b'%s' % 'x')
t(lambda: b'%c' % 256)
t(lambda: b'%c' % b'ab')
t(lambda: bytearray(b'%a') % 'é')
