# Annotations with the names of typing.
from typing import List, Optional, Dict, Any, Callable, TypeVar, Union, Tuple, Iterable, cast
import typing
T = TypeVar("T")
Row = List[Dict[str, int]]
def f(x: List[int], y: Optional[str] = None) -> Dict[str, Any]:
    z: Tuple[int, ...] = (1, 2)
    return {"x": x, "y": y, "z": z}
def g(fn: Callable[[int], int], items: Iterable[T]) -> List[T]:
    return [fn(i) for i in items]
print(f([1]), g(lambda v: v + 1, [1, 2]), cast(int, 5), typing.TYPE_CHECKING, T)
class Node:
    value: int
    next: Optional["Node"]
    def __init__(self, value: int, next: Optional["Node"] = None) -> None:
        self.value = value
        self.next = next
print(Node(1, Node(2)).value)
from typing import Generic, TypeVar, Protocol
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self): self.items = []
    def push(self, x: T): self.items.append(x)
class P(Protocol):
    def size(self) -> int: ...
class Q(Stack[int]):
    pass
s = Stack(); s.push(1); print(s.items)
