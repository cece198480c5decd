# Dict display evaluates key before value; comprehension too.
def e(n): print(n, end=' '); return n
d = {e(1): e(2), e(3): e(4)}; d = {e(5): e(6) for _ in [0]}; print()
