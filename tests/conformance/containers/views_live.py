# Views are live.
d = {1: 2}; k = d.keys(); v = d.values(); d[3] = 4; print(list(k), list(v), k & {1, 5}, d.items() == {(1, 2), (3, 4)})
