from __future__ import annotations
from typing import List
def f(x: int, y: List[str] = None) -> Node | None:
    return None
class Node:
    nxt: Node | None = None
    val: "int"
    def m(self) -> Node: return self
print(f.__annotations__, Node.__annotations__, Node.m.__annotations__)
print(getattr(f, "__annotations__", None))
