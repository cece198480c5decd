# The lazy builtins, consumed in several ways.
names, ages = ['a', 'b', 'c'], [3, 1, 2]
print(list(zip(names, ages)), dict(zip(names, ages)), list(zip(names, ages, 'xy')), list(zip()), list(zip('ab')))
for i, (n, a) in enumerate(zip(names, ages), start=1):
    print(i, n, a, end='; ')
print()
print(list(map(len, ['x', 'yy'])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(str, range(3))), sum(map(int, '123')))
print(list(filter(None, [0, 1, '', 'a', [], [0]])), list(filter(lambda x: x > 1, ages)), [*filter(str.isdigit, 'a1b2')])
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(reversed(list(enumerate('ab')))), sorted(zip(ages, names)))
pairs = list(zip(names, ages))
back_names, back_ages = zip(*pairs)
print(back_names, back_ages, list(zip(*[iter(range(6))] * 2)))
it = map(lambda x: x * 2, [1, 2, 3])
print(next(it), list(it), list(it), next(it, 'empty'))
z = zip([1, 2], [3, 4])
for a, b in z:
    print(a + b, end=' ')
print(list(z), any(map(str.isupper, 'aB')), all(x for x in []), min(map(abs, [-3, 2])), max(zip(ages, names)))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as e:
    print(e)
