# The order of small ints in a set is CPython's.
print({5, 3, 9, 1}, {10, 20, 30, 40}, {100, 7, 55, -1, -2}, set(range(20, 0, -3)))
s = set()
for i in (33, 1, 65, 17, 8, 40, 9):
    s.add(i)
    print(s)
s.remove(17)
s.add(16)
print(s, list(s)[0], [x * 2 for x in s])
t = {i * i for i in range(12)}
print(t, t - {4, 16}, t & {1, 4, 9, 1000}, t | {2, 3})
for x in {300, 1, 200}:
    print(x, end=' ')
print()
print({-5, 5, 0, -1}, {2 ** 40, 2 ** 41, 1}, {2 ** 70, 3}, {1.5, 2, 0.25}, {(1, 2), (0, 0)}, {True, 5})
words = {'apple', 'pear', 'fig'}
print(words, sorted(words), {c for c in 'mississippi'})
