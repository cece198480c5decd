# Knapsack, coins, longest increasing subsequence, grid paths, partitions.
def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for c in range(capacity, weight - 1, -1):
            best[c] = max(best[c], best[c - weight] + value)
    return best[capacity]


def coins(values, amount):
    fewest = [0] + [None] * amount
    for a in range(1, amount + 1):
        options = [fewest[a - v] for v in values if v <= a and fewest[a - v] is not None]
        if options:
            fewest[a] = min(options) + 1
    return fewest[amount]


def ways(values, amount):
    table = [1] + [0] * amount
    for v in values:
        for a in range(v, amount + 1):
            table[a] += table[a - v]
    return table[amount]


def lis(xs):
    best = []
    for i, x in enumerate(xs):
        best.append(max([best[j] for j in range(i) if xs[j] < x], default=[]) + [x])
    return max(best, key=len, default=[])


def grid_paths(rows):
    table = [[0] * len(rows[0]) for _ in rows]
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell == '#':
                continue
            if r == c == 0:
                table[r][c] = 1
            else:
                table[r][c] = (table[r - 1][c] if r else 0) + (table[r][c - 1] if c else 0)
    return table[-1][-1]


print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7), knapsack([], 5))
print(coins([1, 5, 10, 25], 63), coins([5, 10], 3), coins([3, 7], 12), ways([1, 2, 5], 10), ways([1, 5, 10, 25, 50], 1000))
print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]), lis([3, 2, 1]))
print(grid_paths(['...', '.#.', '...']), grid_paths(['.' * 18] * 18), grid_paths(['.#', '#.']))
