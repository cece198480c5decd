# Set operations' orders.
a = {1, 9, 17}; b = {17, 2, 9}; print(a | b, a & b, a - b, a ^ b, a.union([5]), frozenset(b))
