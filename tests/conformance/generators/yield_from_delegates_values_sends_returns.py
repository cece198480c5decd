# Yield from delegates values, sends and returns.
def a():
    x = yield 1; print('a', x); return 'ra'
def b():
    r = yield from a(); print('b', r); yield 9
g = b(); next(g); print(g.send('s'), list(g))
