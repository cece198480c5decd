import functools
from collections import namedtuple
from enum import Enum

def make(n, depth=0):
    class A:
        level = depth
        def name(self): return f"{n}/{depth}"
    if depth < 2:
        class B(A):
            inner = None
            def deeper(self): return "no"
        return B
    return A
print(make("x")().name(), make("y", 5)().name(), make("z", 1)().name())

def typed(kind):
    class Typed:
        def __init__(self, v):
            if not isinstance(v, kind):
                raise TypeError(f"want {kind.__name__}, got {type(v).__name__}")
            self.v = v
        def get(self): return self.v
    return Typed
def pair(kind):
    T = typed(kind)
    def make(a, b):
        return T(a).get(), T(b).get()
    return make
ip, sp = pair(int), pair(str)
print(ip(1, 2), sp("a", "b"))
for f, a in ((ip, 1), ):
    try:
        print(f(a, "x"))
    except TypeError as e:
        print(e)

def registry():
    known = {}
    def register(cls):
        class Registered(cls):
            serial = len(known) + 1
            def __repr__(self):
                return f"<{cls.__name__} #{self.serial}>"
        known[cls.__name__] = Registered
        return Registered
    return register, known
register, known = registry()
@register
class Dog:
    def sound(self): return "woof"
@register
class Cat:
    def sound(self): return "meow"
print(Dog(), Cat(), sorted(known), Dog().sound(), Cat().sound())

def outer(a):
    def middle(b):
        class Inner:
            both = (a, b)
            def show(self): return a, b, self.both
        return Inner
    return middle
I1 = outer(1)("x")
I2 = outer("p")(2.5)
m = outer(3)
I3, I4 = m("m"), m([1])
print(I1().show(), I2().show(), I3().show(), I4().show())

def result_class(name):
    Base = namedtuple("Base", "value error")
    class Result(Base):
        kind = name
        @property
        def ok(self): return self.error is None
        @classmethod
        def good(cls, v): return cls(v, None)
        @staticmethod
        def label(): return name.upper()
    return Result
R1, R2 = result_class("first"), result_class("second")
r = R1.good(5)
print(r, r.ok, R1.label(), R2.label(), R2(None, "e").ok, r.kind, R2.kind)

def visitor(handlers):
    class V:
        def visit(self, x):
            for t, h in handlers:
                if isinstance(x, t):
                    return h(x)
            return "?"
    return V()
print(visitor([(int, lambda x: [x]), (str, lambda s: (s, s))]).visit("q"), visitor([(float, lambda f: f / 2)]).visit(3.0))
class Meta(type):
    def __call__(cls, *a):
        return super().__call__(*a)
def with_meta(n):
    class Z(metaclass=Meta):
        size = n
    return Z
print(with_meta(1)().size, with_meta("s")().size)
def exc(base):
    class E(base):
        pass
    return E
EV, EK = exc(ValueError), exc(KeyError)
for e in (EV("v"), EK("k")):
    try:
        raise e
    except ValueError as x:
        print("value", x, isinstance(x, EV), isinstance(x, EK))
    except KeyError as x:
        print("key", x, isinstance(x, EK))
def iterable(n):
    class It:
        def __init__(self): self.k = 0
        def __iter__(self): return self
        def __next__(self):
            if self.k >= n: raise StopIteration
            self.k += 1
            return self.k * n
    return It
print(list(iterable(2)()), sum(iterable(3)()), max(iterable(4)()))
def ordered(key):
    @functools.total_ordering
    class O:
        def __init__(self, v): self.v = v
        def __lt__(self, o): return key(self.v) < key(o.v)
        def __eq__(self, o): return key(self.v) == key(o.v)
        def __repr__(self): return repr(self.v)
    return O
OL, ON = ordered(len), ordered(lambda x: -x)
print(sorted([OL("ccc"), OL("a"), OL("bb")]), sorted([ON(1), ON(3), ON(2)]), OL("a") >= OL("b"))
