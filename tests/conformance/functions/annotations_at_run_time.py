# types: dynamic
from dataclasses import dataclass, field
from typing import List, Optional
import functools
def greet(name: str, greeting: str = "Hello", /, *rest: int, flag: bool = True, **kw: "Later") -> str:
    """Say hello."""
    x = 1
    return f"{greeting}, {name}"
print(greet.__name__, greet.__doc__, greet.__module__, greet.__qualname__)
print(greet.__annotations__)
print(greet.__defaults__, greet.__kwdefaults__)
c = greet.__code__
print(c.co_varnames, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_name, c.co_flags, c.co_nlocals)
print((lambda a, b=2: a).__defaults__, (lambda a, b=2: a).__code__.co_varnames)
def plain(a): return a
print(plain.__annotations__, plain.__defaults__, plain.__kwdefaults__)
class A:
    x: int
    y: List[str] = []
    z: Optional[int] = None
    def m(self, q: "A", r: int | None = None) -> list:
        return []
    @staticmethod
    def s(a: int, b=3): pass
    @classmethod
    def k(cls, a: float = 1.5): pass
print(A.__annotations__)
print(A.m.__annotations__, A().m.__annotations__, A.m.__defaults__)
print(A.s.__annotations__, A.k.__defaults__, A.k.__code__.co_varnames)
@dataclass
class D:
    a: int
    b: str = "x"
    c: list = field(default_factory=list)
print(D.__annotations__)
for n, t in D.__annotations__.items():
    print(n, t.__name__)
def outer(n):
    def inner(a: int, b=n) -> None:
        return a + b
    return inner
fs = [outer(i) for i in range(3)]
print([f.__defaults__ for f in fs], fs[0].__annotations__, fs[0].__code__.co_freevars)
def check(f):
    @functools.wraps(f)
    def w(*args):
        for a, (n, t) in zip(args, f.__annotations__.items()):
            if not isinstance(a, t):
                raise TypeError(f"{n} must be {t.__name__}, not {type(a).__name__}")
        return f(*args)
    return w
@check
def add(a: int, b: int) -> int:
    return a + b
print(add(1, 2))
try:
    add(1, "x")
except TypeError as e:
    print(e)
