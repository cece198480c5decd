# Inventory with undo, observers, and a tiny query language
import re
from collections import defaultdict, Counter
from contextlib import contextmanager
from functools import wraps, lru_cache

class Observable:
    def __init__(self):
        self._handlers = defaultdict(list)
    def on(self, event):
        def register(fn):
            self._handlers[event].append(fn)
            return fn
        return register
    def emit(self, event, *args, **kw):
        for h in self._handlers[event]:
            h(*args, **kw)

class Inventory(Observable):
    def __init__(self):
        super().__init__()
        self.items = {}
        self.history = []
    def add(self, name, qty=1, **attrs):
        old = self.items.get(name)
        if old is None:
            self.items[name] = {"qty": qty, **attrs}
        else:
            old["qty"] += qty
        self.history.append(("add", name, qty))
        self.emit("add", name, qty=qty)
    def remove(self, name, qty=1):
        if name not in self.items:
            raise KeyError(f"no item {name!r}")
        if self.items[name]["qty"] < qty:
            raise ValueError("not enough %s: %d < %d" % (name, self.items[name]["qty"], qty))
        self.items[name]["qty"] -= qty
        if self.items[name]["qty"] == 0:
            del self.items[name]
        self.history.append(("remove", name, qty))
        self.emit("remove", name, qty=qty)
    def undo(self):
        op, name, qty = self.history.pop()
        if op == "add":
            self.items[name]["qty"] -= qty
            if not self.items[name]["qty"]:
                self.items.pop(name)
        else:
            self.items.setdefault(name, {"qty": 0})["qty"] += qty
    @contextmanager
    def transaction(self):
        mark = len(self.history)
        try:
            yield self
        except (KeyError, ValueError) as e:
            while len(self.history) > mark:
                self.undo()
            print("rolled back:", e)
        else:
            print("committed", len(self.history) - mark, "operations")
    def query(self, text):
        m = re.match(r"(\w+)\s*(<=|>=|<|>|=)\s*(\d+)$", text.strip())
        if not m:
            raise SyntaxError("bad query: " + text)
        field, op, value = m.groups()
        value = int(value)
        tests = {"<": lambda a: a < value, ">": lambda a: a > value, "=": lambda a: a == value,
                 "<=": lambda a: a <= value, ">=": lambda a: a >= value}
        return sorted(n for n, d in self.items.items() if field in d and tests[op](d[field]))

inv = Inventory()
log = []
@inv.on("add")
def added(name, qty):
    log.append(f"+{qty} {name}")
@inv.on("remove")
def removed(name, qty):
    log.append(f"-{qty} {name}")
inv.add("apple", 5, price=3)
inv.add("pear", 2, price=4)
inv.add("apple", 1)
with inv.transaction():
    inv.remove("apple", 2)
    inv.add("fig")
with inv.transaction() as t:
    t.remove("pear")
    t.remove("pear", 7)
with inv.transaction():
    inv.remove("kiwi")
print(inv.items)
for q in ("qty > 1", "price=4", "qty <= 2", "colour > 3"):
    print(q, "->", inv.query(q))
try:
    inv.query("qty >")
except SyntaxError as e:
    print(type(e).__name__, e)
print(log, Counter(entry[0] for entry in log))

def retry(times, exceptions=(Exception,)):
    def deco(fn):
        @wraps(fn)
        def inner(*args, **kwargs):
            last = None
            for attempt in range(1, times + 1):
                try:
                    return fn(*args, **kwargs)
                except exceptions as e:
                    last = e
                    print(f"attempt {attempt} of {fn.__name__} failed: {e}")
            raise RuntimeError(f"{fn.__name__} failed") from last
        return inner
    return deco

calls = 0
@retry(3, (ValueError, ZeroDivisionError))
def flaky(limit, *, scale=1):
    """Works in the end."""
    global calls
    calls += 1
    if calls < limit:
        raise ValueError(f"call {calls}")
    return calls * scale
print(flaky(3, scale=10), flaky.__doc__)
calls = -10
try:
    flaky(3)
except RuntimeError as e:
    print(e, "<-", repr(e.__cause__))
