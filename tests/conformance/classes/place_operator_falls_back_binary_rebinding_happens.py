# In-place operator falls back to binary, and rebinding happens.
class A:
    def __add__(s, o): return 'sum'
class B:
    def __iadd__(s, o): return 'inplace'
a = A(); a += 1; b = B(); b += 1; print(a, b)
