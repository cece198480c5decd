# Reduce, any/all, nested comprehension with condition, dict inversion.
from functools import reduce; print(reduce(lambda a, b: a * b, range(1, 6)), any(x > 2 for x in [1, 3]), [(i, j) for i in range(3) for j in range(i) if (i + j) % 2], {v: k for k, v in {'a': 1}.items()})
