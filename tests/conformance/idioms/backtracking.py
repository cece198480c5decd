# N queens, sudoku rows, subset sums, permutations with pruning.
def queens(n, row=0, placed=()):
    if row == n:
        return [placed]
    solutions = []
    for column in range(n):
        if all(c != column and abs(c - column) != row - r for r, c in enumerate(placed)):
            solutions += queens(n, row + 1, placed + (column,))
    return solutions


def subset_sum(numbers, target):
    if target == 0:
        return []
    if not numbers or target < 0:
        return None
    rest = subset_sum(numbers[1:], target - numbers[0])
    if rest is not None:
        return [numbers[0]] + rest
    return subset_sum(numbers[1:], target)


def solve(grid, size=4):
    for r in range(size):
        for c in range(size):
            if grid[r][c] == 0:
                for v in range(1, size + 1):
                    box = [grid[i][j] for i in range(r // 2 * 2, r // 2 * 2 + 2) for j in range(c // 2 * 2, c // 2 * 2 + 2)]
                    if v not in grid[r] and v not in [row[c] for row in grid] and v not in box:
                        grid[r][c] = v
                        if solve(grid, size):
                            return True
                        grid[r][c] = 0
                return False
    return True


print([len(queens(n)) for n in range(1, 8)], queens(6)[0])
for c in queens(4)[0]:
    print('.' * c + 'Q' + '.' * (3 - c))
print(subset_sum([3, 34, 4, 12, 5, 2], 9), subset_sum([3, 4], 6), subset_sum([], 0))
grid = [[1, 0, 0, 0], [0, 0, 3, 0], [0, 4, 0, 0], [0, 0, 0, 2]]
print(solve(grid))
for row in grid:
    print(*row)


def words(letters, used=''):
    if len(used) == 3:
        return [used]
    return [w for c in letters if c not in used for w in words(letters, used + c)]


print(words('abc'), len(words('abcde')))
