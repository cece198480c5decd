# List, dict and set comprehensions: conditions, nesting, scopes.
print([x * x for x in range(6)], [x for x in range(20) if x % 3 == 0 if x % 2], [x if x > 2 else -x for x in range(5)])
print([(x, y) for x in range(3) for y in range(x)], [[i * j for j in range(3)] for i in range(3)], [c.upper() for c in 'abc'])
print({x: x ** 2 for x in range(4)}, {k: v for k, v in [('a', 1), ('b', 2)] if v > 1}, {len(w) for w in 'a bb cc ddd'.split()})
matrix = [[1, 2, 3], [4, 5, 6]]
print([v for row in matrix for v in row], [[row[i] for row in matrix] for i in range(3)], [sum(row) for row in matrix])
x = 'outer'
squares = [x for x in range(3)]
print(x, squares, [x for _ in range(2)])
n = 3
print([n * i for i in range(n)], [n for n in range(n)], n)
words = ['apple', 'bob', 'kayak']
print([w for w in words if w == w[::-1]], {w: [c for c in w if c in 'aeiou'] for w in words}, [(i, w) for i, w in enumerate(words)])
print([a + b for a, b in zip('abc', 'xyz')], [[]for _ in range(3)], [y for x in [1, 2] for y in [x, x * 10] if y != 2])
print(sum(i * i for i in range(10)), max(len(w) for w in words), any(w.startswith('k') for w in words), all(w for w in words))
print(list(i for i in range(3)), tuple(c for c in 'ab'), set(i % 2 for i in range(5)), dict((i, -i) for i in range(2)), ','.join(str(i) for i in range(3)))
funcs = [lambda v, k=k: v * k for k in range(3)]
print([f(10) for f in funcs], [(lambda: i)() for i in range(3)], [[j for j in range(i)] for i in range(4)][-1])
