from typing import TypedDict, ParamSpec, Callable, TypeVar, Generic, NotRequired, Required, TypeVarTuple, Unpack, assert_type, Concatenate, is_typeddict
import functools, json
class Movie(TypedDict):
    title: str
    year: int
class Rated(Movie, total=False):
    stars: float
    tags: list[str]
class Opt(TypedDict):
    a: Required[int]
    b: NotRequired[str]
m: Movie = {"title": "Alien", "year": 1979}
n = Movie(title="Brazil", year=1985)
r: Rated = {"title": "C", "year": 2000, "stars": 4.5}
r["tags"] = ["x"]
def decade(x: Movie) -> int:
    return x["year"] // 10 * 10
print(decade(m), decade(n), n, type(n).__name__, n == {"title": "Brazil", "year": 1985}, r)
print(n["title"].upper(), n["year"] + 1, n.get("year"), sorted(n), json.dumps(n), Movie.__name__, is_typeddict(Movie), is_typeddict(dict))
movies: list[Movie] = [m, n]
print(max(movies, key=lambda x: x["year"])["title"])
P = ParamSpec("P")
R = TypeVar("R")
def logged(f: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(f)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        print("call", f.__name__, args, kwargs)
        return f(*args, **kwargs)
    return inner
@logged
def add(a: int, b: int = 2) -> int:
    return a + b
print(add(1), add(1, b=5), P, P.args, P.kwargs)
def make(**kw) -> Movie:
    out: Movie = Movie(title=kw["t"], year=0)
    out["year"] = kw["y"]
    return out
print(make(t="q", y=3), assert_type(5, int))
o = Opt(a=1)
print(o, "b" in o)
def first_result(f: Callable[Concatenate[int, P], R]) -> Callable[P, R]:
    def g(*a: P.args, **k: P.kwargs) -> R:
        return f(1, *a, **k)
    return g
print(first_result(lambda x, y: x + y)(5))
