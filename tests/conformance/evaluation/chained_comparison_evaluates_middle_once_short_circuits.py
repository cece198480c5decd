# Chained comparison evaluates the middle once and short-circuits.
def t(n): print('t', n, end=' '); return n
print(t(1) < t(3) < t(2) < t(9))
