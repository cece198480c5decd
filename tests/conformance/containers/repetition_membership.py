# Repetition and membership.
print('ab'*-1, [0]*0, (1,)*2, '' in 'abc', 'bc' in 'abc', 5 in range(0, 10, 5), (1, 2) in {(1, 2)}, 1.0 in range(3), 'a' in {'a': 1})
