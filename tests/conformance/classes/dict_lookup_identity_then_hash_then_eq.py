# Dict lookup: identity, then hash, then __eq__ in CPython's order.
class K:
    def __init__(s, n): s.n = n
    def __hash__(s): print('h', s.n, end=' '); return 1
    def __eq__(s, o): print('eq', s.n, o.n, end=' '); return s.n == o.n
a = K(1); d = {a: 'x'}; print(d[a]); print(d.get(K(2)), d[K(1)])
