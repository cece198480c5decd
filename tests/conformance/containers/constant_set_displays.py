# CPython makes a display of three and more constants by way of a constant frozenset, made twice.
print({255, 1, 10, 63}, {7, 15, 23, 31, 39}, {-4, 60, 252, 10**20, 2**64 - 1})
for x in {1 + 7, 16, 8 * 3}:
    print(x)
print({2**100, 1, 2, 10}, {None, 5.5, 13, 21}, {1 << 3, 16, 24, 32}, {5 // 2, 10, 18, 26 % 27})
print(3 in {1, 2, 3}, 8 not in {8, 16, 24}, {8, 16, 24} == {24, 16, 8.0}, len({1, 1.0, True, 2, 3}))


def f(n):
    seen = {8, 0, 16}
    seen.add(n)
    return seen, [s for s in ({40, 72, 56}, {n, 8, 16})]


print(f(24), f(-1))
