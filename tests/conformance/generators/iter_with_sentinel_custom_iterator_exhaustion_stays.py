# Iter with sentinel, custom iterator, exhaustion stays.
import itertools
c = itertools.count(); print(list(iter(lambda: next(c), 3)))
class It:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 2: raise StopIteration
        return s.n
i = It(); print(list(i), list(i))
