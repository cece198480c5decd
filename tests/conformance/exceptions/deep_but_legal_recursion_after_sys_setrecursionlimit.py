# Deep but legal recursion after sys.setrecursionlimit.
import sys
sys.setrecursionlimit(50000)
def d(n): return 0 if n == 0 else 1 + d(n - 1)
print(d(20000))
