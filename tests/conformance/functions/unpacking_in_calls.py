# Star and double star in calls and displays, from many kinds of iterables.
def show(*args, **kwargs):
    return args, sorted(kwargs.items())


xs, d = [1, 2], {'k': 1, 'm': 2}
print(show(*xs), show(*xs, 3, *xs), show(**d), show(0, *'ab', z=9, **d), show(*range(3)), show(*{5: 'x'}), show(*(i * i for i in range(3))))
print([*xs, 0, *xs], (*xs, *'ab'), {*xs, 2, 3}, {**d, 'k': 5}, {'k': 0, **d}, {**d, **{'n': 3}}, [*range(3), *[]], [*d], [*d.items()])
a, *b = show(1, 2, 3)[0]
print(a, b, max(*xs, 10), print(*xs, sep='+'), '{}-{}'.format(*xs), '{k}{m}'.format(**d), dict(**d, x=1), list(zip(*[xs, 'ab'])))


def outer(first, *rest, **options):
    return inner(*rest, first, **options)


def inner(a, b=0, c=0, flag=False):
    return a, b, c, flag


print(outer(1), outer(1, 2), outer(1, 2, 3, flag=True))
matrix = [[1, 2, 3], [4, 5, 6]]
print(*matrix, sep='\n')
print(*[f'{i}:{v}' for i, v in enumerate(xs)], *map(str, d), sep=', ', end='.\n')
empty = ()
print(show(*empty, **{}), [*empty], {**{}}, show(*empty, *empty))
