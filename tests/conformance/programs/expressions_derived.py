# expression parser, AST classes, visitor, simplifier and derivative
from __future__ import annotations
from dataclasses import dataclass, field
from abc import ABC, abstractmethod
from typing import Union, Optional, Iterator
import re

class Node(ABC):
    @abstractmethod
    def eval(self, env: dict[str, float]) -> float: ...
    def __add__(self, o): return Bin("+", self, lift(o))
    def __radd__(self, o): return Bin("+", lift(o), self)
    def __mul__(self, o): return Bin("*", self, lift(o))
    def __rmul__(self, o): return Bin("*", lift(o), self)
    def __neg__(self): return Neg(self)

def lift(x):
    return x if isinstance(x, Node) else Num(x)

@dataclass(frozen=True)
class Num(Node):
    value: float
    def eval(self, env): return self.value
    def __str__(self): return f"{self.value:g}"

@dataclass(frozen=True)
class Var(Node):
    name: str
    def eval(self, env):
        try:
            return env[self.name]
        except KeyError:
            raise NameError(f"unbound {self.name}") from None
    def __str__(self): return self.name

@dataclass(frozen=True)
class Neg(Node):
    arg: Node
    def eval(self, env): return -self.arg.eval(env)
    def __str__(self): return f"-{self.arg}"

OPS = {"+": (1, lambda a, b: a + b), "-": (1, lambda a, b: a - b), "*": (2, lambda a, b: a * b),
       "/": (2, lambda a, b: a / b), "^": (3, lambda a, b: a ** b)}

@dataclass(frozen=True)
class Bin(Node):
    op: str
    left: Node
    right: Node
    def eval(self, env):
        return OPS[self.op][1](self.left.eval(env), self.right.eval(env))
    def __str__(self): return f"({self.left} {self.op} {self.right})"

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|(\w+)|(.))")

class Parser:
    def __init__(self, text: str):
        self.tokens = self.lex(text)
        self.tok: Optional[tuple[str, str]] = None
        self.advance()
    @staticmethod
    def lex(text) -> Iterator[tuple[str, str]]:
        for num, name, op in TOKEN.findall(text):
            if num: yield "num", num
            elif name: yield "name", name
            elif op.strip(): yield "op", op
        yield "end", ""
    def advance(self):
        self.tok = next(self.tokens)
    def expect(self, value):
        if self.tok[1] != value:
            raise SyntaxError(f"expected {value!r}, got {self.tok[1]!r}")
        self.advance()
    def parse(self) -> Node:
        e = self.expr(0)
        if self.tok[0] != "end":
            raise SyntaxError(f"unexpected {self.tok[1]!r}")
        return e
    def expr(self, level) -> Node:
        left = self.atom()
        while self.tok[0] == "op" and self.tok[1] in OPS and OPS[self.tok[1]][0] > level:
            op = self.tok[1]
            self.advance()
            prec = OPS[op][0]
            left = Bin(op, left, self.expr(prec - 1 if op == "^" else prec))
        return left
    def atom(self) -> Node:
        kind, value = self.tok
        if kind == "num":
            self.advance()
            return Num(float(value))
        if kind == "name":
            self.advance()
            return Var(value)
        if value == "-":
            self.advance()
            return Neg(self.atom())
        if value == "(":
            self.advance()
            e = self.expr(0)
            self.expect(")")
            return e
        raise SyntaxError(f"unexpected {value or 'end'!r}")

def diff(e: Node, x: str) -> Node:
    match e:
        case Num():
            return Num(0)
        case Var(name):
            return Num(1 if name == x else 0)
        case Neg(a):
            return Neg(diff(a, x))
        case Bin("+" | "-" as op, l, r):
            return Bin(op, diff(l, x), diff(r, x))
        case Bin("*", l, r):
            return diff(l, x) * r + l * diff(r, x)
        case Bin("^", l, Num(n)):
            return Num(n) * Bin("^", l, Num(n - 1)) * diff(l, x)
    raise TypeError(f"cannot differentiate {e}")

def simplify(e: Node) -> Node:
    if isinstance(e, Neg):
        a = simplify(e.arg)
        if isinstance(a, Num): return Num(-a.value)
        return Neg(a)
    if not isinstance(e, Bin):
        return e
    l, r = simplify(e.left), simplify(e.right)
    match e.op, l, r:
        case _, Num(a), Num(b):
            return Num(OPS[e.op][1](a, b))
        case "+", Num(0), x: return x
        case "+", x, Num(0): return x
        case "*", (Num(0) as z), _: return z
        case "*", _, (Num(0) as z): return z
        case "*", Num(1), x: return x
        case "*", x, Num(1): return x
        case "^", x, Num(1): return x
    return Bin(e.op, l, r)

for src in ["1 + 2 * 3", "x^2 + 3*x + 1", "2^3^2", "-(x - 4) * y", "(1 + 2) * (3 - x) / 2", "1 +", "2 $ 3", "(1"]:
    try:
        tree = Parser(src).parse()
        print(f"{src:<24} {tree}  = ", end="")
        print(tree.eval({"x": 2.0, "y": 5.0}))
        d = simplify(diff(tree, "x"))
        print(f"    d/dx = {d}")
    except SyntaxError as e:
        print(f"{src:<24} syntax error: {e}")
    except (TypeError, NameError) as e:
        print("   ", type(e).__name__, e)
t = 2 * Var("x") + 1 + -Var("y")
print(t, t.eval({"x": 3, "y": 1}), t == 2 * Var("x") + 1 + -Var("y"), hash(Num(1)) == hash(Num(1)), {Var("x"): 1}[Var("x")])
try:
    t.eval({"x": 1})
except NameError as e:
    print(e, e.__suppress_context__)
