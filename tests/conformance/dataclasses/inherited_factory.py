"""fields() describes the default factories of inherited fields."""
from dataclasses import MISSING, dataclass, field, fields


def numbers():
    return [1, 2]


@dataclass
class A:
    x: list = field(default_factory=list)
    y: list = field(default_factory=numbers)


@dataclass
class B(A):
    z: int = 2


@dataclass
class C(B):
    y: list = field(default_factory=lambda: [3])
    w: dict = field(default_factory=dict)


for c in (A(), B(), C()):
    print(c)
    for f in fields(c):
        print(f.name, f.default is MISSING, f.default_factory is MISSING)
a, b = B(), B()
a.x.append(1)
print(a, b, a == b)
