# Recursive closures, mutual recursion, generator of closures.
def outer(n):
    def even(k): return k == 0 or odd(k - 1)
    def odd(k): return k != 0 and even(k - 1)
    return even(n), odd(n)
print(outer(10), [f(2) for f in (lambda x, k=k: x ** k for k in range(3))])
