# Making, reading, changing, removing, testing.
d = {'b': 2, 'a': 1}
d['c'] = 3
d['b'] = 20
print(d, len(d), d['a'], d.get('x'), d.get('x', 0), 'a' in d, 'x' not in d)
print(d.pop('b'), d.pop('zz', None), d.setdefault('n', []), d.setdefault('a', 99), d)
d['n'].append(1)
d.update({'a': 5, 'new': 6}, kw=7)
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
del d['c']
print(d.popitem(), d, dict(), dict(a=1), dict([('x', 1), ('y', 2)]), dict(zip('ab', [1, 2])), dict({'q': 1}, r=2))
for key in d:
    print(key, end=' ')
for key, value in d.items():
    print(key, value, end=';')
print()
print({1: 'a'} == {1.0: 'a'}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {} == {}, {1: 2} != {1: 3})
print({'x': 1} | {'x': 2, 'y': 3}, dict.fromkeys('abc'), dict.fromkeys([1, 2], 0), bool({}), bool({0: 0}))
e = d.copy()
e['only'] = True
d.clear()
print(d, e, sorted(e, key=str))
for f in (lambda: {}['k'], lambda: {}.pop(1), lambda: {}.popitem(), lambda: {(1, 2): 3}[1, 3]):
    try:
        f()
    except KeyError as e:
        print(repr(e), e)
