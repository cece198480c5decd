# Nesting depth decided at run time (type must fold, not grow for ever).
def nest(n, x): return x if n == 0 else nest(n - 1, [x])
def tup(n, x): return x if n == 0 else tup(n - 1, (x,))
print(nest(3, 1), tup(2, 'a'))
