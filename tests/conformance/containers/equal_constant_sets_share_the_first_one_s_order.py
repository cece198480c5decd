# Displays of equal constants are one constant in CPython, within a whole module: the order of the first that is compiled counts for all.
print({255, 1, 10, 63}, {63, 255, 10, 1})
