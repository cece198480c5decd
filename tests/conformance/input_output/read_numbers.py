# Reading numbers from standard input: a count, then rows.
n = int(input())
rows = []
for _ in range(n):
    rows.append([int(x) for x in input().split()])
print(rows, [sum(r) for r in rows], [list(c) for c in zip(*rows)])
a, b = map(int, input().split())
print(a + b, a * b, a / b)
name = input('name? ').strip()
print(f'hello {name}!')
values = list(map(float, input().split(',')))
print(values, sum(values) / len(values), max(values))
total = 0
while True:
    line = input()
    if line == 'end':
        break
    try:
        total += int(line)
    except ValueError:
        print('skipping', repr(line))
print(total)
