type A = int
type B[T] = list[T]
type C[T: int, *Ts, **P] = dict[T, tuple[*Ts]]
type D[T: (int, str) = int, *Ts = *tuple[int, ...], **P = [int, str]] = Callable[P, T]
type type = type
type match = case
type _ = int
type = 5
type.x = 1
type[0] = 2
type(x)
type (x).y
type, match = 1, 2
type: int = 3
type in x
print(type, type == 1)
def f[T](x: T) -> T: return x
def g[T: str, *Ts, **P](*args: *Ts, **kw: P.kwargs) -> T:
    def inner[U = T](): ...
async def h[T = int](): pass
@dec
class K[T](Base[T], metaclass=M):
    type X[U] = U | T
    def m[V: (int, T)](self, v: V = 1) -> "K[V]": ...
class Empty[**P]: ...
class E2[T,](): pass
type F[
    T: int,
    U = str,
] = T
type G[T] = (lambda x: x)[T]
type H = A if B else C
