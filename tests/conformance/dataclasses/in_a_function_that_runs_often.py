# Data classes and named tuples in a function that runs more than once.
from dataclasses import dataclass, field
from collections import namedtuple
def make(n):
    @dataclass
    class P:
        x: int
        y: int = 5
        z: list = field(default_factory=list)
    T = namedtuple("T", "a b")
    return P(n), T(n, n + 1)
for i in range(3):
    print(make(i))
