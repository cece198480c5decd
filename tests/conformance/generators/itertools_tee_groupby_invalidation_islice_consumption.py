# Itertools.tee, groupby invalidation, islice consumption.
from itertools import groupby, islice, chain, product
g = [(k, list(v)) for k, v in groupby('aab')]; it = iter(range(9)); print(g, list(islice(it, 2, 6, 2)), next(it), list(chain('a', [1])), list(product([1, 2], repeat=2)))
