# Lazy builtins run user code when consumed.
def f(x): print('f', x, end=' '); return x
m = map(f, [1, 2]); print('made'); print(next(m)); g = (f(x) for x in [3]); print('none yet'); print(any(f(x) for x in [0, 4, 5]))
