# Subclasses of list, dict, set and of the containers of collections.
from collections import OrderedDict, deque, defaultdict, Counter

class Stack(list):
    def push(self, x):
        self.append(x)
    def peek(self):
        return self[-1]
    @property
    def empty(self):
        return not self

s = Stack()
s.push(1)
s.push(2)
print(s, s.peek(), len(s), s.empty, s + [3], type(s + [3]).__name__, s == [1, 2], isinstance(s, list))
print(Stack("abc"), sorted(Stack([3, 1])), [x for x in s], s[0:1], 2 in s, s.pop(), s)

class MyDict(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
    def __missing__(self, key):
        return "none:" + key

d = MyDict()
d["ABC"] = 1
print(d, d["abc"], d["zzz"], d.get("q"), list(d.items()), len(d))
e = MyDict(a=1, B=2)
print(e, "B" in e)

class Attr(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)
a = Attr(x=1, y=2)
print(a.x + a.y, hasattr(a, "z"), a)

class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size
    def put(self, k, v):
        self[k] = v
        self.move_to_end(k)
        if len(self) > self.size:
            self.popitem(last=False)
c = LRU(2)
for i in range(4):
    c.put(i, i * i)
print(list(c), c.size, dict(c))

class Bag(Counter):
    def top(self):
        return self.most_common(1)[0]
print(Bag("hello").top())

class Graph(defaultdict):
    def __init__(self):
        super().__init__(list)
    def add(self, u, v):
        self[u].append(v)
g = Graph()
g.add("a", "b")
g.add("a", "c")
print(dict(g), g["zz"])

class UniqueList(list):
    def append(self, x):
        if x not in self:
            super().append(x)
    def extend(self, xs):
        for x in xs:
            self.append(x)
u = UniqueList([1, 1, 2])
u.append(2)
u.append(3)
u.extend([3, 4])
print(u)

class Named(list):
    def __init__(self, name, items=()):
        super().__init__(items)
        self.name = name
    def __repr__(self):
        return f"{self.name}{super().__repr__()}"
n = Named("xs", [1, 2])
m = Named("ss", ["a"])
n.append(3)
print(n, m, n.name, len(m))
class Ids(set):
    def add(self, x):
        super().add(abs(x))
i = Ids()
i.add(-3)
i.add(3)
print(i, 3 in i, len(i), i | {4})
class Win(deque):
    def mean(self):
        return sum(self) / len(self)
w = Win([1, 2, 3], maxlen=3)
w.append(6)
print(w.mean(), w)
class Matrix(list):
    def __add__(self, o):
        return Matrix([x + y for x, y in zip(self, o)])
    def __getitem__(self, i):
        print("get", i)
        return super().__getitem__(i)
print(Matrix([1, 2]) + Matrix([3, 4]), Matrix([5])[0])
