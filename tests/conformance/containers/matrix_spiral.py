# Walking grids: spirals, diagonals, rotation, transposition, neighbours, flood fill.
def spiral(m):
    out = []
    m = [row[:] for row in m]
    while m:
        out += m.pop(0)
        m = [list(r) for r in zip(*m)][::-1]
    return out


def rotate(m):
    return [list(row) for row in zip(*m[::-1])]


def flood(grid, y, x, new):
    old = grid[y][x]
    if old == new:
        return 0
    count = 0
    stack = [(y, x)]
    while stack:
        y, x = stack.pop()
        if 0 <= y < len(grid) and 0 <= x < len(grid[0]) and grid[y][x] == old:
            grid[y][x] = new
            count += 1
            stack += [(y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)]
    return count


m = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
print(spiral(m), spiral([[1]]), spiral([]), rotate(m), rotate(rotate(rotate(rotate(m)))) == m)
print([m[i][i] for i in range(3)], [[row[j] for row in m if j < len(row)] for j in (0, 3)], [sum(c) for c in zip(*m)])
diagonals = {}
for i, row in enumerate(m):
    for j, v in enumerate(row):
        diagonals.setdefault(i + j, []).append(v)
print(list(diagonals.values()))
grid = [list(r) for r in ('..#..', '..#..', '##...')]
print(flood(grid, 0, 0, 'o'), flood(grid, 0, 4, 'x'), flood(grid, 0, 4, 'x'))
print('\n'.join(''.join(r) for r in grid))
magic = [[2, 7, 6], [9, 5, 1], [4, 3, 8]]
sums = [sum(r) for r in magic] + [sum(c) for c in zip(*magic)] + [sum(magic[i][i] for i in range(3)), sum(magic[i][2 - i] for i in range(3))]
print(sums, len(set(sums)) == 1)
triangle = [[1]]
for _ in range(5):
    last = triangle[-1]
    triangle.append([1] + [a + b for a, b in zip(last, last[1:])] + [1])
print(triangle)
