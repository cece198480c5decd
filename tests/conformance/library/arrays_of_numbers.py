# types: dynamic
# Every typecode with values around its limits, every method of arrays.
from array import array
import array as am
def t(f, *a, **k):
    try: return repr(f(*a, **k))
    except BaseException as e: return type(e).__name__ + ": " + str(e)
print(am.typecodes)
for c in am.typecodes:
    a = array(c)
    print(c, a.itemsize, a)
    for v in (0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, -32769, 65535, 65536, 2**31-1, 2**31, -2**31-1, 2**32-1, 2**32, 2**63-1, 2**63, -2**63, -2**63-1, 2**64-1, 2**64, 10**30, 1.5, 1e300, float('inf'), "a", "ab", None, True, b"a"):
        print("  ", repr(v), t(array, c, [v]))
print(t(array, 'x'), t(array, 1), t(array, 'i', 'abc'), t(array, 'u', 'abc'), t(array, 'i', 5), t(array, 'i', b'1234'), t(array, 'i', b'123'), t(array, 'B', bytearray(b'ab')), t(array, 'ab'), t(array, 'i', array('u', 'ab')), t(array, 'u', array('i', [1])), t(array,'u',[1]), t(array,'i',(1,2)), t(array,'i',array('d',[1.5])), t(array, 'd', array('i', [1])), t(array, 'd', array('u', 'a')))
a = array('i', [3, 1, 2])
for f in (lambda: a[5], lambda: a[-4], lambda: a['x'], lambda: a[1.0], lambda: a.pop(9), lambda: array('i').pop(), lambda: a.index(9), lambda: a.remove(9), lambda: a + [1], lambda: a + array('d', [1]), lambda: a * 'x', lambda: 2 * a, lambda: a * -1, lambda: a.__iadd__([1]), lambda: a.__iadd__(array('d')), lambda: a.extend([7]), lambda: a.extend(array('d', [1])), lambda: a.extend('a'), lambda: a.extend(5), lambda: a.fromlist((1,)), lambda: a.fromlist([1, 'a']), lambda: a.frombytes(b'123'), lambda: a.frombytes('a'), lambda: a.frombytes(b'\1\0\0\0'), lambda: a.tounicode(), lambda: a.fromunicode('a'), lambda: a.__setitem__(0, 'x'), lambda: a.__setitem__(9, 1), lambda: a.__setitem__(slice(0, 1), [1]), lambda: a.__setitem__(slice(0, 1), array('d')), lambda: a.__setitem__(slice(0, 2), array('i', [9, 9, 9])), lambda: a.__setitem__(slice(0, 4, 2), array('i', [5])), lambda: a.__delitem__(9), lambda: a.__delitem__(slice(0, 1)), lambda: a.insert(-1, 4), lambda: a.insert(100, 4), lambda: a.count(9), lambda: a.index(4, 2), lambda: a.index(4, 100), lambda: a.tolist(), lambda: a.tobytes(), lambda: a.byteswap(), lambda: a, lambda: a.reverse(), lambda: a, lambda: 4 in a, lambda: 'x' in a, lambda: hash(a), lambda: a == [1], lambda: a == array('d', a), lambda: a < array('i', [5]), lambda: a < [1], lambda: a[1:3], lambda: a[::-1], lambda: list(a), lambda: len(a), lambda: bool(array('i')), lambda: array('u', 'héé').tounicode(), lambda: array('u', 'ab') + array('u', 'c'), lambda: array('u', 'ab')[0], lambda: array('u', 'ab').tobytes(), lambda: array('f', [0.1])[0], lambda: array('d', [0.1]), lambda: bytes(array('H', [1, 2])), lambda: sum(array('d', [1.5, 2])), lambda: max(a), lambda: sorted(a), lambda: a.append('x'), lambda: a.append(2**31)):
    print(t(f))
