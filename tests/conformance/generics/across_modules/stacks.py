class Stack:
    def __init__(self):
        self.items = []
    def push(self, x):
        self.items.append(x)
    def pop(self):
        return self.items.pop()
class Link:
    def __init__(self, v, nxt=None):
        self.v, self.nxt = v, nxt
class Chain:
    def __init__(self):
        self.head = None
    @classmethod
    def of(cls, xs):
        c = cls()
        for x in reversed(list(xs)):
            c.head = Link(x, c.head)
        return c
    def values(self):
        n = self.head
        while n is not None:
            yield n.v
            n = n.nxt
    def first(self):
        return self.head.v if self.head else None
