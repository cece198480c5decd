PUZZLES = [
    "530070000600195000098000060800060003400803001700020006060000280000419005000080079",
    "000000907000420180000705026100904000050000040000507009920108000034059000507000000",
]


def parse(text):
    return [[int(text[r * 9 + c]) for c in range(9)] for r in range(9)]


def candidates(grid, r, c):
    used = set(grid[r]) | {grid[i][c] for i in range(9)}
    br, bc = r - r % 3, c - c % 3
    used |= {grid[i][j] for i in range(br, br + 3) for j in range(bc, bc + 3)}
    return [d for d in range(1, 10) if d not in used]


def best_cell(grid):
    best = None
    for r in range(9):
        for c in range(9):
            if grid[r][c] == 0:
                options = candidates(grid, r, c)
                if best is None or len(options) < len(best[2]):
                    best = (r, c, options)
                if not options:
                    return best
    return best


def solve(grid, stats):
    cell = best_cell(grid)
    if cell is None:
        return True
    r, c, options = cell
    for digit in options:
        stats["tries"] += 1
        grid[r][c] = digit
        if solve(grid, stats):
            return True
        grid[r][c] = 0
        stats["backtracks"] += 1
    return False


def show(grid):
    for r, row in enumerate(grid):
        if r and r % 3 == 0:
            print("------+-------+------")
        cells = [str(d) if d else "." for d in row]
        print(" | ".join(" ".join(cells[i:i + 3]) for i in range(0, 9, 3)))


def valid(grid):
    units = [list(row) for row in grid] + [list(column) for column in zip(*grid)]
    units += [[grid[r + i][c + j] for i in range(3) for j in range(3)] for r in (0, 3, 6) for c in (0, 3, 6)]
    return all(sorted(unit) == list(range(1, 10)) for unit in units)


for text in PUZZLES:
    grid = parse(text)
    stats = {"tries": 0, "backtracks": 0}
    print("solved" if solve(grid, stats) else "impossible", stats)
    show(grid)
    print(valid(grid))
