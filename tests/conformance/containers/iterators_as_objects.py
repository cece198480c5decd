# types: dynamic
# __next__, __iter__ and __length_hint__ of the builtin iterators, and what reversed takes.
import operator
def gen():
    yield 1
for it in (iter([1,2]), iter((1,2)), iter("äb"), iter({1:2}), iter({1}), iter(b'a'), iter(range(3)), reversed([1]), zip([1]), map(str, [1]), enumerate([1]), iter(bytearray(b'a')), gen(), filter(None, [1]), reversed({1:2}), iter({1: 2}.items())):
    print(hasattr(it, '__next__'), hasattr(it, '__iter__'), hasattr(it, '__length_hint__'), operator.length_hint(it, -1), it.__next__(), callable(it.__next__))
    f = it.__next__
    try:
        print(f())
    except StopIteration:
        print("stop")
    n = getattr(it, '__next__', None)
    print(n is None)
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)
for s in ('hello', tuple('hello'), list('hello'), range(5)):
    print(operator.length_hint(reversed(s)))
    r = reversed(s)
    list(r)
    print(operator.length_hint(r))
class W:
    called = False
    def __len__(self):
        if not self.called:
            self.called = True
            return 10
        raise ZeroDivisionError
    def __getitem__(self, index):
        return index
r = reversed(W())
t(operator.length_hint, r)
class NoLen(object):
    def __getitem__(self, i): return 1
t(reversed, NoLen())
class NoGetItem(object):
    def __len__(self): return 2
t(reversed, NoGetItem())
class Blocked(object):
    def __getitem__(self, i): return 1
    def __len__(self): return 2
    __reversed__ = None
t(reversed, Blocked())
