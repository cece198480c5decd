class It:
    def __init__(self, n): self.n = n
    def __iter__(self):
        self.i = 0
        return self
    def __next__(self):
        self.i += 1
        if self.i > self.n: raise StopIteration
        return self.i
class G:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
def t(x):
    try:
        a, *b = x
        print(a, b)
        *a, b = x
        print(a, b)
        a, *b, c = x
        print(a, b, c)
        a, b, c, d, *e = x
        print(a, b, c, d, e)
    except ValueError as e:
        print(e)
t(It(3)); t(It(1)); t(It(0)); t(G()); t(It(6)); t([1, 2]); t((1,)); t("abc"); t(range(5)); t(iter([1, 2, 3]))
from functools import reduce
from itertools import accumulate, pairwise, islice, dropwhile, takewhile, chain, zip_longest, tee, groupby, cycle
import math
print(sum(It(4)), max(It(4)), min(It(4)), reduce(lambda a, b: a + b, It(4)), list(accumulate(It(4))), list(pairwise(It(4))), math.prod(It(4)))
print(list(islice(It(5), 2, 4)), list(dropwhile(lambda x: x < 3, It(5))), list(takewhile(lambda x: x < 3, It(5))), list(zip_longest(It(2), It(3))), [list(x) for x in tee(It(3))], [(k, list(g)) for k, g in groupby(It(3))], list(islice(cycle(It(2)), 5)))
print(max(It(4), key=lambda x: -x), min(It(4), key=lambda x: -x), sum(It(3), 10), any(It(3)), all(It(3)), sorted(It(3)), list(map(lambda a, b: a * b, It(3), It(3))), list(filter(None, It(3))), list(reversed(list(It(3)))))
i = It(4)
for x in i:
    if x == 2: break
print(list(i), next(i, "end"))
