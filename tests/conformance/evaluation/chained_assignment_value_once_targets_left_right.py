# Chained assignment: value once, targets left to right.
def e(n): print(n, end=' '); return n
a = [0]; b = [0]; a[e(0)] = b[e(0)] = e(7); print(a, b)
