class Stack:
    def __init__(self):
        self.items = []
    def push(self, x):
        self.items.append(x)
        return self
    def pop(self):
        return self.items.pop()
    def peek(self):
        return self.items[-1] if self.items else None
    def __len__(self):
        return len(self.items)

a = Stack(); b = Stack()
a.push(1).push(2); b.push("x").push("y")
print(a.pop() + 1, b.pop() + "!", len(a), len(b), a.peek(), b.peek())

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

class LinkedList:
    def __init__(self, values=()):
        self.head = None
        self.size = 0
        for v in values:
            self.add(v)
    def add(self, v):
        n = Node(v)
        if self.head is None:
            self.head = n
        else:
            cur = self.head
            while cur.next:
                cur = cur.next
            cur.next = n
        self.size += 1
    def __iter__(self):
        cur = self.head
        while cur:
            yield cur.value
            cur = cur.next
    def map(self, f):
        out = LinkedList()
        for v in self:
            out.add(f(v))
        return out

xs = LinkedList([3, 1, 2]); ys = LinkedList(["b", "a"])
print(sum(xs) + 1, "-".join(ys), xs.size, [v * 2 for v in xs], [v + "?" for v in ys])
zs = xs.map(str)
print("+".join(zs), list(ys.map(len)))

class Tree:
    def __init__(self):
        self.root = None
    def insert(self, k):
        if self.root is None:
            self.root = TNode(k)
        else:
            self._ins(self.root, k)
    def _ins(self, n, k):
        if k < n.key:
            if n.left is None: n.left = TNode(k)
            else: self._ins(n.left, k)
        else:
            if n.right is None: n.right = TNode(k)
            else: self._ins(n.right, k)
    def walk(self):
        out = []
        def go(n):
            if n:
                go(n.left); out.append(n.key); go(n.right)
        go(self.root)
        return out
class TNode:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None
t = Tree(); u = Tree()
for x in [5, 2, 8, 1]: t.insert(x)
for x in "delta": u.insert(x)
print(t.walk(), u.walk(), sum(t.walk()), "".join(u.walk()))

class Cache:
    def __init__(self, f):
        self.f = f
        self.data = {}
        self.hits = 0
    def __call__(self, k):
        if k in self.data:
            self.hits += 1
            return self.data[k]
        r = self.data[k] = self.f(k)
        return r
sq = Cache(lambda n: n * n); up = Cache(lambda s: s.upper())
print(sq(4) + sq(4), up("a") + up("a"), sq.hits, up.hits, isinstance(sq, Cache))
class Pair:
    def __init__(self, a, b): self.a, self.b = a, b
    def swap(self): return Pair(self.b, self.a)
    def __repr__(self): return f"Pair({self.a!r}, {self.b!r})"
    def __eq__(self, o): return isinstance(o, Pair) and self.a == o.a and self.b == o.b
p = Pair(1, "x"); q = p.swap()
print(p, q, p.a + 1, q.a + "y", p == q.swap(), [Pair(2.5, [1]), Pair(None, ())])
