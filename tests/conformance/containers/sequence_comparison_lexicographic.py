# Sequence comparison is lexicographic.
print([1, 2] < [1, 3], (1,) < (1, 0), 'Z' < 'a', '' < 'a', [1, [2]] < [1, [3]], {1} < {1, 2}, {1, 2} < {3})
