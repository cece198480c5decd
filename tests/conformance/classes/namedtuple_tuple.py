# NamedTuple is a tuple.
from typing import NamedTuple
class P(NamedTuple):
    x: int; y: int = 2
a, b = P(1); print(P(1), a + b, P(1) == (1, 2), P(1)._replace(x=5), P._fields, P(1)[0])
