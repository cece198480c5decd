# Call: callee, positionals, *args, keywords, **kwargs in source order.
def e(n): print(n, end=' '); return n
def f(*a, **k): return len(a)+len(k)
print(f(e(1), *[e(2)], k=e(3), **{'z': e(4)}))
