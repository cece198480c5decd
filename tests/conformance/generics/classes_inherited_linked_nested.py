class Container:
    made = 0
    def __init__(self, *items):
        self.items = list(items)
        Container.made += 1
    def add(self, x):
        self.items.append(x)
    @property
    def first(self):
        return self.items[0]
    def __len__(self):
        return len(self.items)
    def __iter__(self):
        return iter(self.items)
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.items))})"
    def copy(self):
        out = type(self)()
        for x in self.items:
            out.add(x)
        return out

class Queue(Container):
    def get(self):
        return self.items.pop(0)
    def peek(self, default=None):
        return self.items[0] if self.items else default

class Bag(Container):
    def __init__(self, *items):
        super().__init__(*items)
        self.counts = {}
        for i in items:
            self.counts[i] = self.counts.get(i, 0) + 1
    def most(self):
        return max(self.counts, key=lambda k: (self.counts[k], k))
    @classmethod
    def of(cls, text):
        return cls(*text)

q1 = Queue(1, 2, 3); q2 = Queue("a", "b")
q1.add(4); q2.add("c")
print(q1.get() + 1, q2.get() + "!", q1, q2, q1.first - 1, q2.first.upper())
b1 = Bag(3, 1, 3); b2 = Bag("x", "y", "y"); b3 = Bag.of("hello")
print(b1.most() + 1, b2.most() + "z", b3.most() + "!", len(b1), Container.made)
print(isinstance(q1, Container), isinstance(b1, Queue), type(q1) is Queue, type(b2).__name__)

class TreeNode:
    def __init__(self, data):
        self.data = data
        self.children = []
        self.parent = None
    def add(self, child):
        child.parent = self
        self.children.append(child)
        return self
    def level(self):
        n, p = 0, self.parent
        while p:
            n += 1
            p = p.parent
        return n
    def show(self):
        yield "  " * self.level() + str(self.data)
        for c in self.children:
            yield from c.show()
    def total(self):
        s = self.data
        for c in self.children:
            s += c.total()
        return s
nums = TreeNode(1).add(TreeNode(2).add(TreeNode(3))).add(TreeNode(4))
words = TreeNode("root").add(TreeNode("leaf")).add(TreeNode("twig").add(TreeNode("bud")))
print("\n".join(nums.show())); print("\n".join(words.show()))
print(nums.total() * 2, words.total() + "!")

class Event:
    def __init__(self):
        self.handlers = []
    def on(self, h):
        self.handlers.append(h)
        return h
    def fire(self, *args):
        return [h(*args) for h in self.handlers]
click, key = Event(), Event()
@click.on
def c1(x, y): return x + y
@key.on
def k1(name): return name.upper()
print(click.fire(1, 2), key.fire("esc"))

class Graph:
    def __init__(self):
        self.adj = {}
    def edge(self, a, b, w=1):
        self.adj.setdefault(a, {})[b] = w
        self.adj.setdefault(b, {})[a] = w
    def bfs(self, s):
        seen, todo = [s], [s]
        while todo:
            n = todo.pop(0)
            for m in self.adj[n]:
                if m not in seen:
                    seen.append(m); todo.append(m)
        return seen
g, h = Graph(), Graph()
g.edge(1, 2); g.edge(2, 3); h.edge("A", "B", 2.5); h.edge("B", "C")
print(sum(g.bfs(1)), "->".join(h.bfs("A")))

class Matrix:
    def __init__(self, rows): self.rows = rows
    def map(self, f): return Matrix([[f(x) for x in r] for r in self.rows])
    def __mul__(self, o):
        if isinstance(o, Matrix):
            return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
        return self.map(lambda x: x * o)
    def __eq__(self, o): return self.rows == o.rows
    def __str__(self): return "\n".join(" ".join(str(x) for x in r) for r in self.rows)
m = Matrix([[1, 2], [3, 4]])
print(m * m, m * 2, m.map(lambda x: "<%d>" % x), m == m.map(lambda x: x), sep="\n")
class Opt:
    def __init__(self, value=None): self.value = value
    def map(self, f): return self if self.value is None else Opt(f(self.value))
    def get(self, d): return d if self.value is None else self.value
print(Opt(3).map(lambda x: x + 1).map(str).get("none") + "?", Opt().map(lambda x: x).get("none"), Opt("a").map(len).get(0) + 1)
