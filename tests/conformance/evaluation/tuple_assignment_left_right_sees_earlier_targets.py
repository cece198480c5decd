# Tuple assignment is left to right and sees earlier targets.
i = 0; a = [0]*3; i, a[i] = 1, 9; print(a)
