class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x = x
        self.y = y

class Circle:
    __match_args__ = ("center", "r")
    def __init__(self, c, r):
        self.center = c
        self.r = r

def area(s):
    match s:
        case Point(0, 0): return "origin"
        case Point(x, y) if x == y: return f"diag {x}"
        case Point(x=a, y=b): return f"{a},{b}"
        case Circle(Point(x, _), r): return f"circle {x} {r}"
        case int(n) | float(n): return f"num {n}"
        case str(): return "str " + s
        case [1, 2, *rest]: return f"list {rest}"
        case [a, b]: return f"pair {a} {b}"
        case []: return "empty"
        case {"k": v, **rest}: return f"map {v} {rest}"
        case None: return "none"
        case _: return "other"

for v in (Point(0,0), Point(2,2), Point(1,2), Circle(Point(3,4), 5), 7, 2.5, "hey", [1,2,3,4], (8, 9), [], {"k": 1, "z": 2}, None, True):
    print(area(v))

def cmd(line):
    match line.split():
        case ["go", ("north" | "south") as d]: return "going " + d
        case ["quit"]: return "bye"
        case ["get", obj, *more]: return f"get {obj} {more}"
        case [first, *_, last]: return first + last
        case _: return "?"
for l in ("go north", "go east", "quit", "get lamp a b", "x y z", "one"):
    print(cmd(l))

class A:
    def __init__(self): self.a = 1
    @property
    def p(self): raise AttributeError("no")
class B:
    def __getattr__(self, n):
        if n == "dyn": return 5
        raise AttributeError(n)
for o in (A(), B(), 3):
    print(hasattr(o, "a"), hasattr(o, "p"), hasattr(o, "dyn"), getattr(o, "a", "dflt"))
