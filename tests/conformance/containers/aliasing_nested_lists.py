# Aliasing of nested lists.
m = [[0]*2]*2; m[0][0] = 1; n = [[0]*2 for _ in range(2)]; n[0][0] = 1; a = b = []; a.append(1); print(m, n, b)
