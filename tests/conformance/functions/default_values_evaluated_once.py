# Defaults: evaluated once, at definition, mutable ones shared, sentinels, None.
log = []


def note(x):
    log.append(x)
    return x


def f(a=note(1), b=note([2]), *, c=note('c')):
    b.append(a)
    return a, b, c


print(log, f(), f(5), f(6, []), f(c='k'), log)
x = 10


def g(n=x, double=lambda v: v * 2):
    return double(n)


x = 20
print(g(), g(x), g(3, str), g(double=abs, n=-4))
MISSING = object()


def get(table, key, default=MISSING):
    if key in table:
        return table[key]
    if default is MISSING:
        raise KeyError(key)
    return default


print(get({'a': 1}, 'a'), get({}, 'a', None), get({}, 'b', 0))
try:
    get({}, 'zz')
except KeyError as e:
    print('missing', e)


def history(item, seen={}):
    seen[item] = seen.get(item, 0) + 1
    return dict(seen)


print(history('a'), history('b'), history('a'), history('c', {}))


def counter(start=0, step=1):
    def make(n, start=start):
        return start + n * step
    return make


print(counter()(3), counter(10, 5)(2), counter(1)(2, start=100), [h(1) for h in [counter(i) for i in range(3)]])
