# Dict order: reinsertion moves, update keeps, popitem is last.
d = {'a': 1, 'b': 2}; del d['a']; d['a'] = 3; d['b'] = 9; print(d, d.popitem(), list(reversed({1: 0, 2: 0})), {'x': 1} | {'y': 2, 'x': 3})
