# Sorting by mixed keys.
d = {'b': 2, 'a': 2, 'c': 3}; print(sorted(d.items(), key=lambda kv: (-kv[1], kv[0])), sorted('bA', key=str.lower), sorted([(1, 'x'), (1, 'a')])[0])
