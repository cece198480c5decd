# An inventory and a lexer of data classes and enumerations.
"""Inventory with dataclasses and enums."""
from __future__ import annotations
from dataclasses import dataclass, field, asdict
from enum import Enum, auto
from typing import Optional, Dict, List
import json


class Status(Enum):
    ACTIVE = "active"
    SOLD_OUT = "sold out"
    RETIRED = "retired"

    @classmethod
    def parse(cls, text):
        for s in cls:
            if s.value == text:
                return s
        raise ValueError(f"unknown status {text!r}")


@dataclass(order=True)
class Product:
    sort_index: float = field(init=False, repr=False)
    name: str
    price: float
    quantity: int = 0
    status: Status = Status.ACTIVE
    tags: List[str] = field(default_factory=list)

    def __post_init__(self):
        self.sort_index = self.price

    @property
    def total(self) -> float:
        return self.price * self.quantity

    def sell(self, n: int) -> None:
        if n > self.quantity:
            raise ValueError(f"only {self.quantity} {self.name} left")
        self.quantity -= n
        if self.quantity == 0:
            self.status = Status.SOLD_OUT


@dataclass
class Inventory:
    products: Dict[str, Product] = field(default_factory=dict)
    log: List[str] = field(default_factory=list)

    def add(self, product: Product) -> None:
        self.products[product.name] = product
        self.log.append(f"added {product.name}")

    def find(self, name: str) -> Optional[Product]:
        return self.products.get(name)

    def by_status(self, status: Status):
        return [p for p in self.products.values() if p.status is status]

    def total(self):
        return sum(p.total for p in self.products.values())


inv = Inventory()
inv.add(Product("apple", 0.5, 10))
inv.add(Product("pear", 0.75, 4, tags=["fruit", "green"]))
inv.add(Product(name="melon", price=3, quantity=1))
for p in sorted(inv.products.values()):
    print(p)
print(inv.total())
melon = inv.find("melon")
if melon is not None:
    melon.sell(1)
print([p.name for p in inv.by_status(Status.SOLD_OUT)], inv.find("kiwi"))
try:
    inv.products["apple"].sell(11)
except ValueError as e:
    print("error:", e)
print(Status.parse("retired"), inv.log)
counts = {s: 0 for s in Status}
for p in inv.products.values():
    counts[p.status] += 1
print({s.name: n for s, n in counts.items()})


@dataclass
class Config:
    host: str = "localhost"
    port: int = 80
    debug: bool = False
    extra: dict = field(default_factory=dict)


c = Config(port=8080, extra={"a": 1})
print(json.dumps(asdict(c), sort_keys=True))
print(c == Config(port=8080, extra={"a": 1}), c != Config())
class Token(Enum):
    NUM = auto()
    PLUS = auto()
    END = auto()
@dataclass(frozen=True)
class Tok:
    kind: Token
    text: str = ""
def lex(s):
    out = []
    i = 0
    while i < len(s):
        if s[i].isdigit():
            j = i
            while j < len(s) and s[j].isdigit():
                j += 1
            out.append(Tok(Token.NUM, s[i:j]))
            i = j
        elif s[i] == "+":
            out.append(Tok(Token.PLUS))
            i += 1
        else:
            i += 1
    out.append(Tok(Token.END))
    return out
toks = lex("12 + 30+4")
print(toks)
total = 0
for t in toks:
    match t:
        case Tok(Token.NUM, text):
            total += int(text)
        case Tok(kind=Token.PLUS):
            pass
        case Tok(kind=Token.END):
            print("total", total)
seen = set(toks)
print(len(seen), Tok(Token.PLUS) in seen)
