# Dataclass: generated methods, defaults, order, frozen, mutable default refused.
from dataclasses import dataclass, field
@dataclass(order=True)
class P:
    x: int; y: float = 0.0; t: list = field(default_factory=list, compare=False)
print(P(1), P(1) == P(1, 0), P(1) < P(2), P(1).t is P(1).t)
@dataclass(frozen=True)
class Q: a: int
try: Q(1).a = 2
except Exception as e: print(type(e).__name__, e)
print(hash(Q(1)) == hash((1,)))
try:
    @dataclass
    class R: l: list = []
except ValueError as e: print(e)
