# Functions composed by hand: map, filter, reduce, partial, pipe, on texts and numbers.
from functools import partial, reduce


def pipe(value, *steps):
    for step in steps:
        value = step(value)
    return value


def map_with(f):
    return lambda xs: [f(x) for x in xs]


def where(pred):
    return lambda xs: [x for x in xs if pred(x)]


def power(base, exponent):
    return base ** exponent


square = partial(power, exponent=2)
cube = partial(power, exponent=3)
print(square(5), cube(2), partial(power, 2)(10), partial(max, 5)(3, 9), partial(print, 'prefix', sep=': ')('text'))
print(reduce(lambda a, b: a * b, range(1, 8)), reduce(lambda a, b: a + b, ['x', 'y', 'z'], '>'), reduce(max, [3, 9, 2]), reduce(lambda a, b: b, [], 'start'))
print(pipe('3,1,2,x', lambda s: s.split(','), where(str.isdigit), map_with(int), sorted, lambda xs: xs[::-1]))
print(pipe(range(10), where(lambda n: n % 2), map_with(square), sum), pipe([], sum), pipe(5))
words = 'the quick brown fox'.split()
print(pipe(words, map_with(len), set, sorted), pipe(words, map_with(str.title), ' '.join), pipe(words, partial(max, key=len)))
steps = [('double', lambda x: x * 2), ('plus one', lambda x: x + 1), ('text', str)]
value = 20
for name, step in steps:
    value = step(value)
    print(name, repr(value))
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
