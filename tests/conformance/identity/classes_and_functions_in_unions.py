"""One of several classes or functions as a value: tables, callbacks, None, attributes, tests."""
import operator
def add(a,b): return a+b
def sub(a,b): return a-b
OPS = {'+': add, '-': sub, 'x': operator.mul}
class A:
    def hi(self): return 'A'
class B(A):
    def hi(self): return 'B'
def make(k):
    return A if k else B
def cb(f=None):
    if f is None: return 'none'
    return f(1,2)
for op in '+-x':
    print(op, OPS[op](7,3), OPS[op].__name__)
print(make(0)().hi(), make(1)().hi(), make(0), make(1) is A, make(0) is A, make(0) == B)
print(cb(), cb(add), cb(sub))
f = None
for g in (add, sub, None, len):
    if g is len: f = 1
    print(g is None, g is add, g == sub, bool(g))
reg = []
for c in (A, B, int, str): reg.append(c)
print(reg.index(int), str in reg, float in reg, [c.__name__ for c in reg], len({A, B, A}), {A: 1, B: 2}[B])
handlers = {ValueError: 'v', KeyError: 'k'}
try: int('x')
except ValueError as e: print(handlers[type(e)])
x = None if len(reg) > 9 else (1, 'a')
y = None if len(reg) > 2 else (1, 'a')
def show(t):
    if t is None: return 'no'
    a, b = t
    return f'{a}{b}'
print(show(x), show(y), x, y, x == (1,'a'), y == x)
class T:
    left = None
    def __init__(self): self.pair = None; self.cb = None
    def set(self, p): self.pair = p
    def call(self): return self.cb() if self.cb else 'nocb'
t = T(); print(t.pair, t.call()); t.set((1, [2])); print(t.pair); t.cb = t.call2 if hasattr(t,'call2') else lambda: 5
print(t.call())
items = [(1,2), A(), None, (3,4)]
for i in items:
    if isinstance(i, tuple): print('tuple', i[0]+i[1])
    elif i is None: print('None')
    else: print(i.hi())
m = [t.call, A().hi, None]
for k in m: print(k() if k else '-')
def gen():
    z = yield 1
    while z is not None:
        z = yield (z, 1)
g = gen(); print(next(g)); print(g.send(3))
def boom(k):
    raise (ValueError if k else KeyError)
for k in (0,1):
    try: boom(k)
    except (ValueError, KeyError) as e: print(repr(e))
for c in (None, ValueError):
    try: raise KeyError(1) from c
    except KeyError as e: print(repr(e.__cause__))
print(max((1,'a'),(2,'b')), {1: None, 2: (1,)}[2], [None, (1,2)].count((1,2)))
w = [None, (1, 2.5), ()]
print(w, w[1] == (1, 2.5), w[2] == (), (1, 2.5) in w, w.index(()))
