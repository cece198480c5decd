# Positional, default, keyword, *args, **kwargs, keyword-only, positional-only.
def plain(a, b):
    return f'{a},{b}'


def defaults(a, b=2, c='x'):
    return a, b, c


def var(*args, **kwargs):
    return args, kwargs


def mixed(a, b=10, *rest, key, other='o', **extra):
    return a, b, rest, key, other, extra


def only(a, b, /, c, *, d=4):
    return a, b, c, d


print(plain(1, 2), plain(b=1, a=2), plain(*[1, 2]), plain(**{'a': 1, 'b': 2}), plain(1, **{'b': 5}))
print(defaults(1), defaults(1, 5), defaults(1, c=9), defaults(c=1, a=2), defaults(*'abc'))
print(var(), var(1, 2), var(x=1), var(1, *[2, 3], y=4, **{'z': 5}))
print(mixed(1, key='k'), mixed(1, 2, 3, 4, key='k', zz=1), mixed(b=5, a=6, key=7))
print(only(1, 2, 3), only(1, 2, c=3, d=5))


def forward(*args, **kwargs):
    return mixed(*args, **kwargs)


print(forward(1, 2, 3, key=0, q=1))


def append_to(value, target=None):
    if target is None:
        target = []
    target.append(value)
    return target


print(append_to(1), append_to(2), append_to(3, [0]))
total = lambda *xs, scale=1: sum(xs) * scale
print(total(1, 2, 3), total(1, 2, scale=10), total())
args = (1, 2)
options = {'c': 'cc'}
print(defaults(*args, **options), max(*args), print(*args, sep='-'))
