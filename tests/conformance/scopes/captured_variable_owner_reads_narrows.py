def f(x, y=None):
    if isinstance(x, str):
        y = x.upper()
    elif isinstance(x, list):
        return [v + len(x) for v in x], (lambda: x)
    g = lambda: (x, y)
    if y is not None:
        print(y + "!", g())
        return sum(len(y) for _ in range(2))
    if isinstance(x, int) == False:
        return "other"
    return x + 1, g()
print(f("a"))
a, b = f([1, 2])
print(a, b())
print(f(4), f(2.5))
def outer(items, key=None):
    total = 0
    def add(n):
        nonlocal total
        total += n
    for item in items:
        if isinstance(item, str):
            item = len(item)
        fs = [lambda: item]
        add(item)
        item += 1
        print(fs[0](), item)
    del key
    try:
        print(key)
    except UnboundLocalError as e:
        print(e)
    def late():
        return key
    try:
        late()
    except NameError as e:
        print(e)
    key = 3
    print(late(), total)
    del key
    try:
        del key
    except UnboundLocalError as e:
        print(e)
outer([1, "abc", 3])
def gen(x):
    h = lambda: x
    yield x
    x = [x]
    yield h()
    x = None
    yield h(), x
for v in gen(5): print(v)
def rec(n, acc=None):
    if acc is None:
        acc = []
    def push(): acc.append(n)
    push()
    if n: rec(n - 1, acc)
    return acc
print(rec(4))
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def life():
    d = D(1)
    k = lambda: d.n
    print(k())
    d = D(2)
    print(k(), d.n)
    del d
    print("gone")
    e = D(3)
    m = lambda: e
    return m
r = life()
print(r().n)
del r
print("end")
