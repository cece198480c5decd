# Memo tables with tuple keys, sparse grids, caches with limits.
cache = {}
hits = 0


def partitions(n, largest):
    global hits
    if n == 0:
        return 1
    if n < 0 or largest == 0:
        return 0
    key = n, largest
    if key in cache:
        hits += 1
        return cache[key]
    cache[key] = partitions(n - largest, largest) + partitions(n, largest - 1)
    return cache[key]


print([partitions(n, n) for n in range(1, 15)], partitions(100, 100), len(cache), hits)
grid = {}
for i in range(5):
    grid[i, i * i] = chr(97 + i)
print(grid, grid.get((2, 4)), grid.get((2, 5), '.'), (3, 9) in grid)
for y in range(3):
    print(''.join(grid.get((x, y), '.') for x in range(5)))
recent = {}


def lookup(key, limit=3):
    if key in recent:
        value = recent.pop(key)
    else:
        value = key * key
        if len(recent) == limit:
            oldest = next(iter(recent))
            del recent[oldest]
    recent[key] = value
    return value


for k in (1, 2, 3, 1, 4, 5, 1):
    lookup(k)
print(recent, list(recent))


def collatz(n, lengths={1: 1}):
    if n not in lengths:
        lengths[n] = 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
    return lengths[n]


print(max(range(1, 500), key=collatz), collatz(27))
stirling = {}
for n in range(8):
    for k in range(n + 1):
        stirling[n, k] = 1 if n == k else 0 if k == 0 else k * stirling.get((n - 1, k), 0) + stirling[n - 1, k - 1]
print([stirling[7, k] for k in range(8)])
