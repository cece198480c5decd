# contextmanager, suppress, nullcontext; partial with keywords.
from contextlib import contextmanager, suppress, closing, nullcontext
from functools import partial
@contextmanager
def tag(name, *, end="."):
    print("<", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print(">", name, end)
with tag("a") as t:
    print(t)
with tag("b", end="!"):
    raise ValueError("inside")
try:
    with tag("c"):
        raise KeyError("k")
except KeyError as e:
    print("out", e)
with suppress(KeyError, ValueError):
    raise KeyError(1)
print("after")
with nullcontext(5) as n: print(n)
def power(base, exponent): return base ** exponent
sq = partial(power, exponent=2)
print(sq(5), partial(print, "x", sep="-")("y"), sq.keywords, list(map(partial(max, 3), [1, 5])))
