# Insertion order through deletion and update; keys of many types.
d = {}
for word in 'the cat and the dog and the bird'.split():
    d[word] = d.get(word, 0) + 1
print(d)
del d['cat']
d['cat'] = 100
d['the'] = -1
print(d, list(d)[0], list(reversed(d)), next(iter(d)))
keys = {1: 'int', 2.5: 'float', 'x': 'str', (1, 2): 'tuple', None: 'none', True: 'bool', b'b': 'bytes', frozenset([1]): 'frozenset'}
print(keys, len(keys), keys[1], keys[1.0], keys[True], keys[(1, 2)], keys[None], keys.get((1, 3)))
big = {i * i: i for i in range(1000)}
print(len(big), big[998001], 5 in big, sum(big.values()), list(big)[-1])
for i in range(0, 1000, 2):
    del big[i * i]
print(len(big), list(big)[:3], 4 in big, 9 in big)
for i in range(5):
    big[-i] = i
print(list(big.items())[-5:], len(big))
huge = {2 ** 70: 'a', -2 ** 70: 'b', 2 ** 61 - 1: 'c', 0: 'd'}
print(huge[2 ** 70], huge[-2 ** 70], huge[2 ** 61 - 1], huge[0], huge[0.0])
try:
    for k in d:
        d[k + 'x'] = 1
except RuntimeError as e:
    print(e)
try:
    for k in keys:
        del keys[k]
except RuntimeError as e:
    print(e)
