from dataclasses import dataclass
from enum import Enum
from abc import ABC, abstractmethod
def error_class(name, code):
    class AppError(Exception):
        status = code
        def __init__(self, message):
            super().__init__(f"{name}[{code}]: {message}")
    AppError.__name__ = name
    return AppError
NotFound = error_class("NotFound", 404)
Denied = error_class("Denied", 403)
for cls in (NotFound, Denied):
    try:
        raise cls("oops")
    except NotFound as e:
        print("nf", e, e.status)
    except Denied as e:
        print("de", e, e.status)

def point(default):
    @dataclass
    class Point:
        x: int = default
        y: int = default * 2
        def norm(self): return self.x + self.y + default
    return Point
P1, P2 = point(1), point(5)
print(P1(), P2(), P1(2).norm(), P2(2).norm(), P1(1, 2) == P1(), P1(5, 10) == P2())

def with_history(base):
    class WithHistory(base):
        history = []
        def push(self, x):
            self.history.append((base.__name__, x))
            super().push(x)
    return WithHistory
class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def pop(self): return self.items.pop()
class Queue:
    def __init__(self): self.items = []
    def push(self, x): self.items.insert(0, x)
    def pop(self): return self.items.pop()
HS, HQ = with_history(Stack), with_history(Queue)
s, q = HS(), HQ()
for v in [1, 2, 3]:
    s.push(v)
    q.push(str(v))
print(s.pop(), q.pop(), HS.history, HQ.history)


def run():
    def local(v):
        class L:
            val = v
            def get(self): return L.val
        return L
    A, B = local(10), local("b")
    return A().get(), B().get(), [c.val for c in (A, B)]
print(run())
def counter(start, step=1):
    class Counter:
        def __init__(self): self.n = start
        def __iter__(self): return self
        def __next__(self):
            self.n += step
            if self.n > start + 3 * step: raise StopIteration
            return self.n
    return Counter()
print(list(counter(0)), list(counter(10, 5)), list(counter(0.5, 0.25)))
