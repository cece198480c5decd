# With: suppression, order, exception in __enter__, several managers.
class K:
    def __init__(s, n, sup=False): s.n, s.sup = n, sup
    def __enter__(s): print('+', s.n, end=' '); return s
    def __exit__(s, t, v, tb): print('-', s.n, t and t.__name__, end=' '); return s.sup
with K('a', True), K('b'): raise ValueError
print('after')
