# iter and next on lists, strings, dicts, files of text, with defaults.
it = iter([10, 20, 30])
print(next(it), next(it), next(it), next(it, 'none left'))
try:
    next(it)
except StopIteration as e:
    print('stopped', e.args)
s = iter('héy')
print(next(s), ''.join(s), list(s))
d = iter({'k': 1, 'l': 2})
print(next(d), list(d))
numbers = iter(range(10))
pairs = []
for a in numbers:
    b = next(numbers, None)
    pairs.append((a, b))
print(pairs)
lines = iter('name: x\n\nbody 1\nbody 2'.split('\n'))
for line in lines:
    if not line:
        break
    print('header', line)
for line in lines:
    print('body', line)
print(list(iter([])), sum(iter([1, 2])), sorted(iter('cab')), iter([1]) is not iter([1]), 3 in iter([1, 2, 3, 4]))
xs = [1, 2, 3]
it = iter(xs)
next(it)
xs.append(4)
print(list(it), list(it))
xs.append(5)
print(list(it))
