# Displays of equal constants are one constant in CPython: the first one's order counts for all.
print({255, 1, 10, 63}, {63, 255, 10, 1})
