# Defaults are evaluated at def time, left to right, once.
def e(n): print('e', n, end=' '); return n
def f(a=e(1), *, b=e(2)): return a+b
print(f(), f())
