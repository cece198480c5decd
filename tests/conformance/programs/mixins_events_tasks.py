# Mixins, decorated methods, events, tasks, context managers, a tree.
"""Plugins, mixins, context managers, registries."""
from typing import NamedTuple, Callable
from dataclasses import dataclass, field, replace
import functools

class JsonMixin:
    def to_json(self):
        parts = [f'"{k}": {v!r}' for k, v in self.items_()]
        return "{" + ", ".join(parts) + "}"

class ReprMixin:
    def __repr__(self):
        return f"{type(self).__name__}<{self.key()}>"

class Entity(ReprMixin, JsonMixin):
    _next = 1
    registry = {}
    def __init__(self):
        self.id = Entity._next
        Entity._next += 1
        Entity.registry[self.id] = self
    def key(self):
        return self.id

class User(Entity):
    def __init__(self, name):
        super().__init__()
        self.name = name
    def items_(self):
        return [("id", self.id), ("name", self.name)]

class Group(Entity):
    def __init__(self, *users):
        super().__init__()
        self.users = list(users)
    def items_(self):
        return [("id", self.id), ("users", [u.name for u in self.users])]
    def __len__(self):
        return len(self.users)
    def __iter__(self):
        return iter(self.users)
    def __contains__(self, u):
        return u in self.users

a, b = User("ann"), User("bob")
g = Group(a, b)
print(g, list(g), a in g, len(g), g.to_json(), a.to_json())
print(Entity.registry)

def validate(fn):
    @functools.wraps(fn)
    def wrapper(self, value):
        if value < 0:
            raise ValueError(f"{fn.__name__}: negative")
        return fn(self, value)
    return wrapper

class Account:
    interest = 0.02
    def __init__(self, balance=0):
        self.balance = balance
    @validate
    def deposit(self, value):
        self.balance += value
        return self
    @validate
    def withdraw(self, value):
        self.balance -= value
        return self
    @classmethod
    def from_string(cls, s):
        return cls(int(s))
    @staticmethod
    def is_valid(n):
        return n >= 0
class Savings(Account):
    interest = 0.05
    def __init__(self, balance=0, goal=100):
        super().__init__(balance)
        self.goal = goal
s = Savings.from_string("50")
s.deposit(20).withdraw(5)
print(s.balance, s.goal, type(s).__name__, s.interest, Account.is_valid(-1), s.deposit.__name__)
try:
    s.withdraw(-1)
except ValueError as e:
    print(e)

class Task(NamedTuple):
    name: str
    priority: int = 0
    deps: tuple = ()

tasks = [Task("build", 2, ("fetch",)), Task("fetch", 1), Task("test", 3, ("build", "fetch"))]
done = []
pending = {t.name: t for t in tasks}
while pending:
    for name in sorted(pending, key=lambda n: pending[n].priority):
        t = pending[name]
        if all(d in done for d in t.deps):
            done.append(name)
            del pending[name]
            break
print(done, max(tasks, key=lambda t: t.priority).name)
print(Task("x")._replace(priority=9))

@dataclass
class Event:
    kind: str
    payload: dict = field(default_factory=dict)
    handled: bool = False

class Bus:
    handlers = {}
    @classmethod
    def on(cls, kind):
        def register(fn):
            cls.handlers.setdefault(kind, []).append(fn)
            return fn
        return register
    @classmethod
    def dispatch(cls, event):
        for fn in cls.handlers.get(event.kind, []):
            fn(event)
        event.handled = True

@Bus.on("greet")
def greet(ev):
    print("hello", ev.payload["name"])
@Bus.on("greet")
def greet2(ev):
    print("again")
ev = Event("greet", {"name": "zed"})
Bus.dispatch(ev)
print(ev, replace(ev, handled=False))
class Timer:
    depth = 0
    def __enter__(self):
        Timer.depth += 1
        return self
    def __exit__(self, *exc):
        Timer.depth -= 1
        return exc[0] is KeyError
with Timer() as t:
    print(Timer.depth)
    raise KeyError("x")
print(Timer.depth)
class Node:
    def __init__(self, value, parent=None):
        self.value = value
        self.parent = parent
        self.children = []
        if parent is not None:
            parent.children.append(self)
    @property
    def depth(self):
        return 0 if self.parent is None else self.parent.depth + 1
    def __str__(self):
        return "  " * self.depth + str(self.value)
    def walk(self):
        yield self
        for c in self.children:
            yield from c.walk()
root = Node("root")
x = Node("x", root)
Node("y", x)
Node("z", root)
for n in root.walk():
    print(n)
