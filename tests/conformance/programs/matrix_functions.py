# Matrices as lists of lists: product, transpose, power, determinant, inverse, printing.
def zeros(rows, columns):
    return [[0] * columns for _ in range(rows)]


def identity(n):
    return [[1 if i == j else 0 for j in range(n)] for i in range(n)]


def multiply(a, b):
    if len(a[0]) != len(b):
        raise ValueError(f"cannot multiply {len(a)}x{len(a[0])} by {len(b)}x{len(b[0])}")
    result = zeros(len(a), len(b[0]))
    for i, row in enumerate(a):
        for j in range(len(b[0])):
            for k, value in enumerate(row):
                result[i][j] += value * b[k][j]
    return result


def transpose(m):
    return [list(column) for column in zip(*m)]


def power(m, n):
    result = identity(len(m))
    while n:
        if n & 1:
            result = multiply(result, m)
        m = multiply(m, m)
        n >>= 1
    return result


def minor(m, row, column):
    return [[v for j, v in enumerate(r) if j != column] for i, r in enumerate(m) if i != row]


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    total = 0
    for j, value in enumerate(m[0]):
        total += (-1) ** j * value * determinant(minor(m, 0, j))
    return total


def inverse(m):
    n = len(m)
    work = [list(map(float, row)) + [float(i == j) for j in range(n)] for i, row in enumerate(m)]
    for column in range(n):
        pivot = max(range(column, n), key=lambda r: abs(work[r][column]))
        if work[pivot][column] == 0:
            raise ZeroDivisionError("singular matrix")
        work[column], work[pivot] = work[pivot], work[column]
        scale = work[column][column]
        work[column] = [v / scale for v in work[column]]
        for row in range(n):
            if row != column and work[row][column] != 0:
                factor = work[row][column]
                work[row] = [a - factor * b for a, b in zip(work[row], work[column])]
    return [row[n:] for row in work]


def show(title, m):
    print(title)
    for row in m:
        print("  " + " ".join(f"{v:>8}" if isinstance(v, int) else f"{v:8.3f}" for v in row))


a = [[1, 2], [3, 4], [5, 6]]
b = [[1, 0, 2], [0, 1, -1]]
show("a*b", multiply(a, b))
show("transposed", transpose(a))
show("fibonacci", power([[1, 1], [1, 0]], 90))
print(power([[1, 1], [1, 0]], 200)[0][1])
m = [[2, 0, 1], [1, 3, 2], [1, 1, 4]]
print("determinant", determinant(m), determinant([[5]]), determinant(identity(5)))
show("inverse", inverse(m))
show("check", multiply(m, inverse(m)))
for bad in ([[1, 2], [2, 4]], [[0]]):
    try:
        inverse(bad)
    except ZeroDivisionError as e:
        print(bad, e)
try:
    multiply(a, a)
except ValueError as e:
    print(e)
big = multiply([[10 ** 20, 1], [0, 10 ** 20]], [[10 ** 20, 0], [3, 1]])
print(big, sum(map(sum, big)))
