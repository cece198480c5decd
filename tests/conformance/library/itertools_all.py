# variants: dev leak
# Every function of itertools.
from itertools import islice, count, repeat, cycle, accumulate, chain, compress, dropwhile, takewhile, filterfalse, starmap, pairwise, zip_longest, product, permutations, combinations, combinations_with_replacement, groupby, tee
import itertools
print(list(islice(count(5, 2), 4)), list(repeat("x", 3)), list(islice(cycle("ab"), 5)), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)))
print(list(chain([1, 2], [3], ())), list(chain.from_iterable([[1], [2, 3]])), list(compress("abcd", [1, 0, 1, 0])), list(dropwhile(lambda x: x < 3, [1, 4, 2])), list(takewhile(lambda x: x < 3, [1, 4, 2])), list(filterfalse(lambda x: x % 2, range(5))))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise("abc")), list(zip_longest([1, 2], "a", fillvalue="-")), list(zip_longest([1], [2, 3])))
print(list(product([1, 2], "ab")), list(product("ab", repeat=2)), list(product()))
for a, b in product([1, 2], [10, 20]):
    print(a + b, end=" ")
print()
print(list(permutations([1, 2, 3])), list(permutations("abc", 2)), list(combinations("abcd", 2)), list(combinations_with_replacement("ab", 2)), len(list(permutations(range(5)))))
for k, g in groupby("aaabbc"):
    print(k, list(g))
for k, g in itertools.groupby([1, 3, 2, 4, 5], key=lambda x: x % 2):
    print(k, list(g))
a, b = tee([1, 2, 3])
print(list(a), list(b), list(islice("abcdef", 1, None, 2)), list(islice(range(10), 2, 8, 3)))
it = iter(range(10)); print(list(islice(it, 3)), next(it))
try: islice([1], -1)
except ValueError as e: print(e)
