from collections import Counter

GLIDER = """
.#.
..#
###
"""
BLINKER = "###"


def parse(text, row=0, column=0):
    return {(r + row, c + column) for r, line in enumerate(text.strip().splitlines()) for c, ch in enumerate(line) if ch == "#"}


def step(cells):
    counts = Counter((r + dr, c + dc) for r, c in cells for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc)
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in cells)}


def show(cells, height, width):
    for r in range(height):
        print("".join("#" if (r, c) in cells else "." for c in range(width)))


def bounds(cells):
    rows = [r for r, _ in cells]
    columns = [c for _, c in cells]
    return min(rows), min(columns), max(rows), max(columns)


def period(cells, limit=100):
    seen = {}
    for n in range(limit):
        key = frozenset(cells)
        if key in seen:
            return n - seen[key], seen[key]
        seen[key] = n
        cells = step(cells)
    return None


class Torus:
    def __init__(self, grid):
        self.grid = [list(row) for row in grid]
        self.height, self.width = len(grid), len(grid[0])
        self.generation = 0

    def alive(self, r, c):
        return self.grid[r % self.height][c % self.width] == "#"

    def neighbours(self, r, c):
        return sum(self.alive(r + i, c + j) for i in range(-1, 2) for j in range(-1, 2) if (i, j) != (0, 0))

    def advance(self):
        new = []
        for r in range(self.height):
            row = []
            for c in range(self.width):
                n = self.neighbours(r, c)
                row.append("#" if n == 3 or n == 2 and self.alive(r, c) else ".")
            new.append(row)
        self.grid = new
        self.generation += 1

    def __str__(self):
        return "\n".join(map("".join, self.grid)) + f"\n[{self.generation}]"


cells = parse(GLIDER)
for generation in range(5):
    print("generation", generation, len(cells), bounds(cells))
    show(cells, 6, 6)
    cells = step(cells)
print(sorted(cells))
print(period(parse(BLINKER)), period(parse("##\n##")), period(parse("##...\n.##..\n")), period(parse(GLIDER)))
world = Torus(["......", "..#...", "...#..", ".###..", "......"])
for _ in range(23):
    world.advance()
print(world)
r_pentomino = parse(".##\n##.\n.#.")
sizes = []
for _ in range(60):
    sizes.append(len(r_pentomino))
    r_pentomino = step(r_pentomino)
print(sizes)
