# The abstract classes of numbers, ChainMap and its subclasses, platform, timeit.
import numbers, platform, timeit, sys
from collections import ChainMap, OrderedDict
from fractions import Fraction
from decimal import Decimal
for x in (1, True, 2.5, 1j, Fraction(1, 2), Decimal(3), "a", None, [1]):
    print(isinstance(x, numbers.Number), isinstance(x, numbers.Complex), isinstance(x, numbers.Real), isinstance(x, numbers.Rational), isinstance(x, numbers.Integral))
print(issubclass(int, numbers.Integral), issubclass(float, numbers.Rational), issubclass(bool, numbers.Number), issubclass(str, numbers.Number))
def norm(x):
    if isinstance(x, numbers.Real):
        return float(x)
    return str(x)
print(norm(3), norm("a"), norm(2.5))
class MyInt(int): pass
print(isinstance(MyInt(3), numbers.Integral))
class Vec(numbers.Number):
    def __init__(self, x): self.x = x
v = Vec(2)
print(isinstance(v, numbers.Number), isinstance(v, numbers.Real))
try:
    numbers.Real()
except TypeError as e:
    print(e)
base = {'music': 'bach', 'art': 'rembrandt'}
adj = {'art': 'van gogh', 'opera': 'carmen'}
c = ChainMap(adj, base)
print(c, len(c), list(c), dict(c), c['art'], c['music'], c.get('x'), c.get('x', 'y'), 'music' in c, bool(c), bool(ChainMap()))
c['music'] = 'cage'
print(c.maps, base)
d = c.new_child()
d['new'] = 'z'
print(d, d.parents == c, d.parents, len(d))
e = c.new_child({'a': 'b'})
print(e, e.maps[0])
for op in (lambda: c['none'], lambda: c.pop('bach'), lambda: c.__delitem__('zz'), lambda: ChainMap().popitem()):
    try:
        op()
    except KeyError as err:
        print(repr(err))
del c['opera']
print(c.pop('art'), c)
print(c | {'k': 'v'}, {'k': 'v', 'music': 'q'} | c)
c |= {'z': 'zz'}
print(sorted(c.items()), c == dict(c), list(c.keys()), list(c.values()))
print(ChainMap.fromkeys("ab", 1), ChainMap(OrderedDict(a=1), {'b': 2}))
class Deep(ChainMap):
    def __setitem__(self, key, value):
        for m in self.maps:
            if key in m:
                m[key] = value
                return
        self.maps[0][key] = value
    def __missing__(self, key):
        return "missing " + str(key)
dd = Deep({'zebra': 'black'}, {'elephant': 'blue'}, {'lion': 'yellow'})
dd['lion'] = 'orange'
dd['snake'] = 'red'
print(dd, dd['nope'])
print(platform.system(), platform.python_version_tuple()[0], platform.machine(), platform.python_implementation())
calls = []
t = timeit.timeit(lambda: calls.append(1), number=10)
print(len(calls), t >= 0, len(timeit.repeat(lambda: None, repeat=3, number=2)))
import os, platform
u = os.uname()
print(u.sysname, u.machine, len(u), u == tuple(u), platform.release() == u.release, platform.node() == u.nodename)
print(str(u)[:40])
