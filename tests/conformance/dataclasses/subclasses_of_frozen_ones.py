# types: dynamic
from dataclasses import dataclass, FrozenInstanceError
@dataclass(frozen=True)
class D:
    x: int
    y: int = 10
class S(D):
    pass
class T(S):
    def __init__(self, x, z):
        super().__init__(x)
        self.z = z
s = S(3)
s.cached = True
def attempt(f):
    try: f()
    except FrozenInstanceError as e: print(type(e).__name__, e)
def a(): s.x = 5
def b(): D(1).other = 4
def c(): del s.y
def d(): D(1).x = 2
for f in (a, b, c, d): attempt(f)
del s.cached
print(s.x, s.y, hasattr(s, "cached"), T(1, 2).z, T(1, 2).x)
