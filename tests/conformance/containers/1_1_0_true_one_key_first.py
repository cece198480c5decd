# 1, 1.0 and True are one key; the first key and the last value stay.
d = {1: 'a'}; d[1.0] = 'b'; d[True] = 'c'; print(d, {1, 1.0, True}, {0: 'x', False: 'y'})
