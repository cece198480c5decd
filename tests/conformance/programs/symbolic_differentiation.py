"""Expression parser with AST classes and visitor, plus symbolic differentiation."""
import math
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import Union


class Expr:
    def __add__(self, other): return Add(self, wrap(other))
    def __radd__(self, other): return Add(wrap(other), self)
    def __mul__(self, other): return Mul(self, wrap(other))
    def __rmul__(self, other): return Mul(wrap(other), self)
    def __sub__(self, other): return Add(self, Mul(Num(-1), wrap(other)))
    def __pow__(self, n): return Pow(self, n)
    def __neg__(self): return Mul(Num(-1), self)


@dataclass(frozen=True)
class Num(Expr):
    value: float
    def __str__(self): return f"{self.value:g}"
    def eval(self, env): return self.value
    def diff(self, name): return Num(0)
    def simplify(self): return self


@dataclass(frozen=True)
class Var(Expr):
    name: str
    def __str__(self): return self.name
    def eval(self, env): return env[self.name]
    def diff(self, name): return Num(1 if name == self.name else 0)
    def simplify(self): return self


@dataclass(frozen=True)
class Add(Expr):
    left: Expr
    right: Expr
    def __str__(self): return f"({self.left} + {self.right})"
    def eval(self, env): return self.left.eval(env) + self.right.eval(env)
    def diff(self, name): return self.left.diff(name) + self.right.diff(name)
    def simplify(self):
        l, r = self.left.simplify(), self.right.simplify()
        if isinstance(l, Num) and isinstance(r, Num): return Num(l.value + r.value)
        if l == Num(0): return r
        if r == Num(0): return l
        return Add(l, r)


@dataclass(frozen=True)
class Mul(Expr):
    left: Expr
    right: Expr
    def __str__(self): return f"{self.left}*{self.right}"
    def eval(self, env): return self.left.eval(env) * self.right.eval(env)
    def diff(self, name): return self.left.diff(name) * self.right + self.left * self.right.diff(name)
    def simplify(self):
        l, r = self.left.simplify(), self.right.simplify()
        match l, r:
            case Num(a), Num(b): return Num(a * b)
            case Num(0), _: return Num(0)
            case _, Num(0): return Num(0)
            case Num(1), x: return x
            case x, Num(1): return x
        return Mul(l, r)


@dataclass(frozen=True)
class Pow(Expr):
    base: Expr
    exp: int
    def __str__(self): return f"{self.base}^{self.exp}"
    def eval(self, env): return self.base.eval(env) ** self.exp
    def diff(self, name): return Num(self.exp) * Pow(self.base, self.exp - 1) * self.base.diff(name)
    def simplify(self):
        b = self.base.simplify()
        if self.exp == 0: return Num(1)
        if self.exp == 1: return b
        return Pow(b, self.exp)


def wrap(x):
    return x if isinstance(x, Expr) else Num(x)


x, y = Var("x"), Var("y")
e = 3 * x ** 2 + 2 * x * y - y + 7
print(e)
print(e.simplify())
d = e.diff("x").simplify()
print(d)
print(e.eval({"x": 2, "y": 5}), d.eval({"x": 2, "y": 5}))
print(repr(Num(2)), hash(Num(2)) == hash(Num(2)), {Num(1): "a"}[Num(1)])
print((x + x).simplify() == (x + x), sorted([Num(3), Num(1)], key=lambda n: n.value))
