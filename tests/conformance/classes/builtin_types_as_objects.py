# types: dynamic
# Constructors, comparisons and formats of builtin types, called by name; enumerations that mix in numbers.
import sys, enum
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
for const in None, Ellipsis, NotImplemented:
    tp = type(const)
    t(tp)
    t(lambda: tp(1, 2))
    t(lambda: tp(a=1))
t(object().__format__, 3)
t(object().__format__, None)
t(isinstance)
t(lambda: isinstance(3, 'foo'))
t(lambda: issubclass(int, 'foo'))
t(lambda: issubclass(3, int))
t(vars, 42)
t(lambda: vars(42, 42))
class T(tuple): pass
class TI(tuple):
    def __init__(self, seq, newarg=None):
        self.newarg = newarg
class TN(tuple):
    def __new__(cls, seq, newarg=None):
        self = super().__new__(cls, seq)
        self.newarg = newarg
        return self
t(lambda: T(sequence=()))
u = TI([1, 2], newarg=3)
print(u, u.newarg)
u = TN([1, 2], newarg=3)
print(u, u.newarg)
class FS(frozenset):
    def __init__(self, seq, newarg=None):
        self.newarg = newarg
u = FS([1], newarg=4)
print(u, u.newarg)
class SS(set):
    def __init__(self, seq, newarg=None):
        super().__init__(seq)
        self.newarg = newarg
u = SS([1], newarg=4)
print(u, u.newarg)
class Flt(float):
    pass
class Float(float, enum.Enum):
    PI = 3.1415926
class Int(enum.IntEnum):
    IDES = 15
class Str(enum.Enum):
    ABC = 'abc'
class Str2(str, enum.Enum):
    ABC = 'abc'
print('%s %s' % (Str.ABC, Str.ABC), '%s, %s, %i, %d' % (Str.ABC, Str.ABC, Int.IDES, Int.IDES), '...%(foo)s' % {'foo': Str2.ABC}, '%x %o' % (Int.IDES, Int.IDES))
print('%f %d %.2f' % (Float.PI, Float.PI, Float.PI))
print('...%i...%f' % (Int.IDES, Float.PI))
print('%c' % Int.IDES == '\x0f')
t(lambda: '{0:08015f}'.format(5))
t(lambda: '{:' + '9' * 30 + '}'.format(1))
t(lambda: ('{:' + '9' * 30 + '}').format(1))
t(lambda: ('{:.' + '9' * 30 + 'f}').format(1.0))
t(lambda: ('%' + '9' * 30 + 'd') % 1)
t(lambda: ('%.' + '9' * 30 + 'd') % 1)
t(lambda: ('{' + '9' * 30 + '}').format(1))
t(lambda: '%*d' % (sys.maxsize + 1, 1))
t(lambda: 'a' * 2.0)
t(lambda: 2 * 'ab')
t(lambda: 'a' * None)
t(lambda: 'abc' * (2**63 - 1))
t(lambda: complex.__lt__(1+1j, None))
t(lambda: complex.__ne__(1+1j, 2))
t(lambda: complex.__eq__(1+1j, 1<<10000))
t(lambda: float.__lt__(1.5, 2))
t(lambda: int.__lt__(1, 2.5))
t(lambda: int.__ne__(1, 2))
t(lambda: str.__ne__('a', 'b'))
t(lambda: str.__lt__('a', 3))
t(lambda: list.__ne__([1], [2]))
t(lambda: object.__ne__(1, 2))
t(lambda: object.__eq__(1, 2))
t(lambda: b'%r'.__rmod__('x'))
t(lambda: 'a'.__rmod__('%r'))
t(lambda: object() % b'a')
