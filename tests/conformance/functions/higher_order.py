# Functions as values: in lists and dicts, as arguments and results.
def apply(f, *args):
    return f(*args)


def twice(f):
    return lambda x: f(f(x))


def compare(key):
    def less(a, b):
        return key(a) < key(b)
    return less


def curry(f):
    return lambda a: lambda b: f(a, b)


ops = {'add': lambda a, b: a + b, 'mul': lambda a, b: a * b, 'pow': pow, 'max': max}
for name, op in ops.items():
    print(name, op(2, 5), apply(op, 3, 4))
print(twice(lambda x: x * 3)(2), twice(twice(str.upper))('a'), compare(len)('aa', 'b'), curry(ops['add'])(1)(2))
pipeline = [str.strip, str.lower, lambda s: s.replace(' ', '_')]
text = '  Hello Big World '
for f in pipeline:
    text = f(text)
print(text)
print(sorted([3, -1, 2], key=abs), list(map(abs, [-1, 2])), [f(9) for f in (str, float, bool, lambda x: [x])])


def fold(f, xs, start):
    for x in xs:
        start = f(start, x)
    return start


print(fold(lambda a, b: a + b, [1, 2, 3], 0), fold(lambda a, b: a + b, ['x', 'y'], ''), fold(lambda a, b: [b] + a, 'abc', []))
print(apply(lambda: 'no args'), apply(len, 'four'), (lambda *a, **k: (a, k))(1, b=2), callable(apply), callable(5))
table = [('neg', lambda x: -x), ('sq', lambda x: x * x), ('half', lambda x: x / 2)]
print({name: [f(v) for v in (1, 2.5)] for name, f in table})
alias = print
alias('through an alias', end='!\n')
chosen = min if len(ops) > 3 else max
print(chosen([4, 2, 8]), (max if False else sum)([1, 2]))
