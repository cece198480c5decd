# Subscript store: right side, then object, then index.
def e(n): print(n, end=' '); return n
a = [0]*3; a[e(1)] = e(2); print(a)
