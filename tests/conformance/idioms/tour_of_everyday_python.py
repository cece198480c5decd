def chunks(seq, n):
    for i in range(0, len(seq), n):
        yield seq[i:i + n]
def flatten(x):
    for i in x:
        if isinstance(i, list):
            yield from flatten(i)
        else:
            yield i
def running():
    total = 0
    while True:
        x = yield total
        if x is None:
            return total
        total += x
def lines(path):
    with open(path) as fh:
        for n, line in enumerate(fh, 1):
            yield n, line.rstrip('\n')
print(list(chunks([1, 2, 3, 4, 5], 2)), list(chunks('abcdef', 4)))
print(list(flatten([1, [2, [3, 4], []], 5])))
r = running()
next(r)
print(r.send(3), r.send(4))
try:
    r.send(None)
except StopIteration as e:
    print('total', e.value)
with open('l.txt', 'w') as f:
    f.write('a\nb\nc\n')
for n, l in lines('l.txt'):
    print(n, l)
    if n == 2:
        break
gens = [(x * y for x in range(3)) for y in range(3)]
print([list(g) for g in gens])
print(sum(len(w) for w in 'the quick brown'.split()), max((len(w), w) for w in 'a bbb cc'.split()))
print({k: v for k, v in ((c, ord(c)) for c in 'ab')}, ', '.join(str(x) for x in (1, 2)))
def deco(n):
    def wrap(f):
        def inner(*a, **k):
            return [f(*a, **k) for _ in range(n)]
        return inner
    return wrap
@deco(2)
def hi(name, greeting='hi'):
    return f'{greeting} {name}'
print(hi('bob'), hi('al', greeting='yo'))
class Temp:
    def __init__(self, c): self._c = c
    @property
    def f(self): return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @classmethod
    def freezing(cls): return cls(0)
    @staticmethod
    def valid(c): return c > -273.15
    def __enter__(self): print('enter'); return self
    def __exit__(self, *exc): print('exit', exc[0]); return True
t = Temp.freezing(); t.f = 212
print(t.f, Temp.valid(-300))
with Temp(1) as q:
    print(q.f)
    raise ValueError('x')
print(sorted([('b', 2), ('a', 2), ('c', 1)], key=lambda p: (-p[1], p[0])))
x = [1, 2, 3]
y = x
y += [4]
print(x is y, x, x[::2], x[-2:], x.index(3), 3 in x)
a, b = b, a = 1, 2
print(a, b)
i = 10
while i:
    i -= 3
    if i < 0: break
else:
    print('no')
for i in range(3):
    for j in range(3):
        if i * j == 2: break
    else:
        continue
    print(i, j)
print(f'{3.14159:.2f} {42:#x} {"s":>5} {1e10:g} {True!r:>6} {[1]!s}')
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(15)], 10 ** 30 // 7, -7 % 3, int('ff', 16), bin(10), 0.1 + 0.2)
try:
    {}['k']
except KeyError as e:
    print(repr(e), e.args)
try:
    [][1]
except LookupError as e:
    print(e)
def g():
    try:
        return 1
    finally:
        print('fin')
print(g(), None or 'd', [] and 1, not [])
print("".join(reversed("abc")), "a,b,,c".split(","), "  x ".strip() + "|", "abc".upper().center(9, '*'))
