# Transpose, sum of lists, zip(*), star print, nested unpacking.
m = [[1, 2], [3, 4]]; print(list(zip(*m)), sum(m, []), [*map(list, zip(*m))]); print(*m[0], *'ab', sep=','); a, (b, *c) = 1, [2, 3]; print(a, b, c)
