# Conway's game of life on a list of lists and on a set of cells.
def step(grid):
    height, width = len(grid), len(grid[0])
    new = []
    for y in range(height):
        row = []
        for x in range(width):
            n = sum(grid[(y + dy) % height][(x + dx) % width] for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)
            row.append(1 if n == 3 or n == 2 and grid[y][x] else 0)
        new.append(row)
    return new


def step_set(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {c for c, n in counts.items() if n == 3 or n == 2 and c in cells}


def show(grid):
    print('\n'.join(''.join('#' if c else '.' for c in row) for row in grid), end='\n\n')


grid = [[0] * 6 for _ in range(5)]
for y, x in ((0, 1), (1, 2), (2, 0), (2, 1), (2, 2)):
    grid[y][x] = 1
for _ in range(3):
    show(grid)
    grid = step(grid)
cells = {(1, 0), (1, 1), (1, 2)}
for _ in range(3):
    print(sorted(cells))
    cells = step_set(cells)
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(40):
    glider = step_set(glider)
print(sorted(glider), len(step_set({(0, 0)})))
