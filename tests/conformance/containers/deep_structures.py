# types: dynamic
# Printing and comparing nested containers, self-reference, equality by value.
data = {'list': [1, (2, {'x': {3}})], 'tuple': ((), [], {}), 'none': None, 'text': "it's", 'f': 1.0}
print(data)
print(str(data) == repr(data), data == {'f': 1, 'text': "it's", 'none': None, 'tuple': ((), [], {}), 'list': [1, (2, {'x': {3}})]})
xs = [1]
xs.append(xs)
print(xs, xs[1] is xs, len(xs))
d = {}
d['me'] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
print([[1], [1]] == [[1]] * 2, [1, [2]] == [1, [2.0]], (1, [2]) != (1, [3]), {'a': [1]} == {'a': [1]}, [None] == [None], [] != ())
deep = []
node = deep
for i in range(50):
    node.append([i])
    node = node[-1]
depth = 0
node = deep
while node and isinstance(node[-1], list):
    node = node[-1]
    depth += 1
print(depth)
mixed = [1, 'a', None, 2.5, (1,), [2], {3: 4}, {5}, True, b'z', 1j]
print(mixed, [type(m).__name__ for m in mixed], [m for m in mixed if isinstance(m, (int, float))])
