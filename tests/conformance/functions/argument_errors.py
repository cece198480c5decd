# types: dynamic
# The texts of wrong calls, caught.
def two(a, b):
    return a, b


def opt(a, b=2, *, key, other=None):
    return a, b, key, other


def pos(a, /, b):
    return a, b


def none():
    return 'none'


cases = [
    lambda: two(), lambda: two(1), lambda: two(1, 2, 3), lambda: two(1, c=3), lambda: two(1, 2, b=3), lambda: two(b=1), lambda: two(**{'a': 1, 'z': 2}),
    lambda: opt(), lambda: opt(1), lambda: opt(1, 2, 3, key=4), lambda: opt(1, key=1, key2=2), lambda: pos(a=1, b=2), lambda: pos(1, 2, a=3),
    lambda: none(1), lambda: none(x=1), lambda: (lambda x: x)(), lambda: two(*[1], *[2, 3]), lambda: two(*5), lambda: two(**[1]), lambda: two(1, **{'a': 5}),
    lambda: len(), lambda: len([], []), lambda: int('1', 2, 3), lambda: print(1, foo=2), lambda: 'a'.upper(1), lambda: [].append(), lambda: {}.get(), lambda: sorted(),
]
for i, f in enumerate(cases):
    try:
        print(i, f())
    except TypeError as e:
        print(i, e)
