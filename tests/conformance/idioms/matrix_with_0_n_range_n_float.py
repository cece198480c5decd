# Matrix with [[0]*n for _ in range(n)], float and int cells.
m = [[0] * 2 for _ in range(2)]; m[0][0] = 1.5; m[1][1] += 2; print(m, sum(map(sum, m)))
