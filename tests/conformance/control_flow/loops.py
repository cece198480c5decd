# for and while with else, break, continue, nested, over many kinds of things.
for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=' ')
print()
i = 0
while i < 10:
    i += 1
    if i % 2:
        continue
    if i > 7:
        break
    print(i, end=' ')
else:
    print('never')
print(i)
while i:
    i -= 3
    if i < 0:
        break
else:
    print('reached zero')
print(i)
for x in [], [1], [1, 2]:
    for y in x:
        print('inner', y)
    else:
        print('else', x)
for c in 'hé':
    print(c)
for k in {'a': 1, 'b': 2}:
    print(k)
for a, *b in [(1, 2, 3), 'xyz', [9]]:
    print(a, b)
found = None
for row in [[1, 2], [3, 4], [5, 6]]:
    for v in row:
        if v == 4:
            found = v, row
            break
    if found:
        break
print(found, row, v)
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
while True:
    steps -= 50
    if steps < 0:
        break
print(steps)
