# Iterating twice: lists restart, iterators do not; zip shares an iterator.
it = iter([1, 2, 3]); print(list(zip(it, it)), list(it)); it = iter(range(5)); print(list(zip(range(2), it)), next(it)); m = map(str, [1]); print(list(m), list(m))
