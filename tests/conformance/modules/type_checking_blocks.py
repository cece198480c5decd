from __future__ import annotations
import typing
from typing import TYPE_CHECKING, Optional, Any
if TYPE_CHECKING:
    from typing_extensions import Self, TypeAlias
    import _typeshed
    Thing: TypeAlias = "int"
if typing.TYPE_CHECKING:
    import nowhere.at_all as n
else:
    n = 5
class A:
    def me(self) -> Self: return self
    def x(self, v: n.Foo | None = None) -> "Thing": return 1
def f(b: _typeshed.SupportsRead[str]): return b
print(A().me().x(), n, f(3), f("x"))


if not TYPE_CHECKING:
    print("runs")
else:
    import nowhere


def g(x):
    if TYPE_CHECKING:
        from nowhere import y
    return x + 1


print(g(1))
