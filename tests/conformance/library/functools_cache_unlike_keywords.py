"""A cached function keeps the type of each of its arguments, by position and by keyword."""
import functools


@functools.cache
def steps(n, factor, mask, shown=True):
    if n <= 0:
        return -4
    rest = steps(n - 1, factor, mask, shown)
    return rest + ~mask + int(factor * 2) + (1 if shown is True else 0)


@functools.lru_cache(maxsize=2)
def join(text, times=2, *rest, end="."):
    print("called", text, times, rest, end)
    return text.upper() * times + end + str(sum(rest))


print(steps(3, factor=1.5, mask=4), steps(3, 1.5, mask=4, shown=False), steps.cache_info())
print(join("a"), join("a", times=3), join("a"), join("b", 1, 5, 6, end="!"), join("a", end="?"))
print(join.cache_info())
