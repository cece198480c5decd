# Recursion through a rebindable name.
def fact(n): return 1 if n < 2 else n * fact(n-1)
old = fact
def fact(n): return 100
print(old(3))
