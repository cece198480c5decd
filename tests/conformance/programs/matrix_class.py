
class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        width = len(self.rows[0])
        if any(len(row) != width for row in self.rows):
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, index):
        i, j = index
        return self.rows[i][j]

    def __setitem__(self, index, value):
        i, j = index
        self.rows[i][j] = value

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __add__(self, other):
        if self.shape != other.shape:
            raise ValueError(f"shapes {self.shape} and {other.shape} differ")
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __mul__(self, scalar):
        return Matrix([[a * scalar for a in row] for row in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError("cannot multiply")
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def transpose(self):
        return Matrix(zip(*self.rows))

    def determinant(self):
        n, m = self.shape
        assert n == m, "not square"
        if n == 1:
            return self.rows[0][0]
        total = 0
        for j in range(n):
            minor = Matrix([row[:j] + row[j + 1:] for row in self.rows[1:]])
            total += (-1) ** j * self.rows[0][j] * minor.determinant()
        return total

    def __str__(self):
        texts = [[str(x) for x in row] for row in self.rows]
        widths = [max(len(row[j]) for row in texts) for j in range(len(texts[0]))]
        return "\n".join(" ".join(t.rjust(w) for t, w in zip(row, widths)) for row in texts)

    def __repr__(self):
        return f"Matrix({self.rows!r})"


a = Matrix([[1, 2], [3, 4]])
b = Matrix([[0, 1], [1, 0]])
print(a + b, a - b, sep="\n\n")
print(a @ b)
print(2 * a == a * 2, a == b, a != b)
print(a ** 5)
print(Matrix([[1, 1], [1, 0]]) ** 200)
print(a.transpose(), a.shape, a.determinant())
print(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).determinant())
a[0, 1] = 100
print(repr(a), a[0, 1])
try:
    a + Matrix([[1]])
except ValueError as e:
    print(e)
try:
    Matrix([[1, 2], [3]])
except ValueError as e:
    print(e)
try:
    Matrix([[1, 2, 3]]).determinant()
except AssertionError as e:
    print("assertion:", e)
print(Matrix([[0.5, 1.25], [-3.0, 1e3]]))
print(sum((Matrix.identity(2) for _ in range(3)), Matrix([[0, 0], [0, 0]])))
