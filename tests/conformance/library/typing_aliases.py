from typing import List, Dict, Mapping, Generic, TypeVar, Iterable, Iterator, Sequence, Deque, DefaultDict, Counter, OrderedDict
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
class MyList(List[int]):
    def total(self): return sum(self)
class MyDict(Dict[str, int]): pass
class It(Iterable[int]):
    def __iter__(self): return iter([1, 2])
class M(Mapping[str, int]):
    def __init__(self): self.d = {"a": 1}
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M()
print(m.get("a"), m.get("b", 3), [pair for pair in m.items()], "a" in m, isinstance(m, Mapping), isinstance({}, Mapping), isinstance([], Sequence), isinstance(It(), Iterable), isinstance([1], List), isinstance(5, Iterable))
l = MyList([1, 2]); l.append(4); print(l.total(), l, MyDict(a=1))
d = Deque([1, 2]); d.appendleft(0); print(d)
dd = DefaultDict(list); dd["x"].append(1); print(dd)
print(issubclass(M, Mapping), issubclass(list, Sequence), List[int], Mapping, Dict[str, List[int]])
import typing as t
from typing import Optional, Union, Callable, Any, Literal, Tuple
print(t.List[str], Optional[int], Union[int, str], Callable[[int], str], Tuple[int, ...], Dict[str, Any], Literal["a", 1], t.Set["Node"], Iterable[T])
Vector = List[float]
print(Vector, isinstance([], t.MutableSequence), isinstance(len, t.Callable), isinstance({1}, t.AbstractSet))
def scale(v: Vector) -> Vector: return [x * 2 for x in v]
print(scale([1.0]), Counter("aab"), OrderedDict(a=1))
try:
    List()
except TypeError as e:
    print(e)
class Repo(t.Generic[T], Iterable[T]):
    def __init__(self, xs: List[T]): self.xs = xs
    def __iter__(self) -> Iterator[T]: return iter(self.xs)
print([x for x in Repo([1, 2])], isinstance(Repo([1]), Iterable))
print(t.List[None], Union[int, None], Union[str, int, None], Literal[1], Literal["a"], Callable[..., None])
