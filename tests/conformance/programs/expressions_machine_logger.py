# An expression tree, a state machine, named tuples, a logger.
"""Shapes, visitors, an expression tree, a state machine."""
from abc import ABC, abstractmethod
from collections import namedtuple
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import reduce
import math

class Expr(ABC):
    @abstractmethod
    def eval(self, env): ...
    def __add__(self, other):
        return Add(self, wrap(other))
    def __mul__(self, other):
        return Mul(self, wrap(other))
    __radd__ = __add__

def wrap(x):
    return x if isinstance(x, Expr) else Num(x)

@dataclass(frozen=True)
class Num(Expr):
    value: float
    def eval(self, env):
        return self.value
    def __str__(self):
        return str(self.value)

@dataclass(frozen=True)
class Var(Expr):
    name: str
    def eval(self, env):
        return env[self.name]
    def __str__(self):
        return self.name

@dataclass(frozen=True)
class BinOp(Expr):
    left: Expr
    right: Expr
    symbol = "?"
    def __str__(self):
        return f"({self.left} {self.symbol} {self.right})"

class Add(BinOp):
    symbol = "+"
    def eval(self, env):
        return self.left.eval(env) + self.right.eval(env)

class Mul(BinOp):
    symbol = "*"
    def eval(self, env):
        return self.left.eval(env) * self.right.eval(env)

x = Var("x")
e = (x + 2) * (x * 3) + 1
print(e, e.eval({"x": 4}))
print(Num(1) == Num(1), Add(Num(1), x) == Add(Num(1), x), repr(Num(2)))
e2 = 5 + x
print(e2)

class State(Enum):
    IDLE = 0
    RUNNING = 1
    DONE = 2

TRANSITIONS = {
    State.IDLE: {"start": State.RUNNING},
    State.RUNNING: {"finish": State.DONE, "reset": State.IDLE},
    State.DONE: {"reset": State.IDLE},
}

class Machine:
    def __init__(self):
        self.state = State.IDLE
        self.history = [self.state]
    def fire(self, event):
        try:
            self.state = TRANSITIONS[self.state][event]
        except KeyError:
            raise RuntimeError(f"cannot {event} in {self.state.name}") from None
        self.history.append(self.state)

m = Machine()
for ev in ["start", "finish", "start"]:
    try:
        m.fire(ev)
    except RuntimeError as err:
        print(err)
print([s.name for s in m.history])

Point = namedtuple("Point", ["x", "y"])
Seg = namedtuple("Seg", "a b")
def length(seg):
    return math.hypot(seg.a.x - seg.b.x, seg.a.y - seg.b.y)
path = [Point(0, 0), Point(3, 4), Point(3, 10)]
segs = [Seg(a, b) for a, b in zip(path, path[1:])]
print(sum(length(s) for s in segs), segs[0])
print(reduce(lambda acc, p: Point(acc.x + p.x, acc.y + p.y), path))
by_x = {}
for p in path:
    by_x.setdefault(p.x, []).append(p)
print(by_x)

class Level(IntEnum):
    DEBUG = 10
    INFO = 20
    ERROR = 40

class Logger:
    def __init__(self, level=Level.INFO):
        self.level = level
        self.lines = []
    def log(self, level, msg):
        if level >= self.level:
            self.lines.append(f"[{level.name}] {msg}")
    def __getattr__(self, name):
        if name in ("debug", "info", "error"):
            return lambda msg: self.log(Level[name.upper()], msg)
        raise AttributeError(name)
log = Logger()
log.info("hello")
log.debug("hidden")
log.error("bad")
print(log.lines)
class Money:
    __slots__ = ("amount", "currency")
    def __init__(self, amount, currency="EUR"):
        self.amount = amount
        self.currency = currency
    def __eq__(self, o):
        return isinstance(o, Money) and (self.amount, self.currency) == (o.amount, o.currency)
    def __hash__(self):
        return hash((self.amount, self.currency))
    def __lt__(self, o):
        return self.amount < o.amount
    def __repr__(self):
        return f"{self.amount:.2f} {self.currency}"
print(sorted([Money(5), Money(2.5), Money(3)]), len({Money(1), Money(1), Money(2)}))
class Observable:
    def __init__(self):
        self._subs = []
    def subscribe(self, fn):
        self._subs.append(fn)
        return fn
    def emit(self, *args):
        for fn in self._subs:
            fn(*args)
o = Observable()
@o.subscribe
def on(x, y):
    print("got", x, y)
o.subscribe(lambda a, b: print("sum", a + b))
o.emit(1, 2)
