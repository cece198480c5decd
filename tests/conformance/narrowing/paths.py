# Tests of attributes, module variables and captured variables hold for the next read, until something may store to them.
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next
        self.extra = None

    def drop(self):
        self.next = None
        return 'dropped'

    def look(self):
        if self.next is not None:
            first = self.next.value
            self.drop()
            try:
                return first, self.next.value
            except AttributeError as e:
                return first, str(e)
        return 'nothing'

    def alias(self, other):
        if self.next is not None:
            other.next = None
            try:
                return self.next.value
            except AttributeError as e:
                return str(e)
        return 'nothing'

    def grow(self, n):
        if self.next is None:
            self.next = Node(n)
        else:
            self.next.grow(n)
        return self.next.value

    def deep(self):
        if self.next and self.next.next and self.next.next.next is None:
            return self.next.next.value + self.next.value
        return -1


n = Node(1, Node(2))
print(n.look(), n.look())
n = Node(1, Node(2))
print(n.alias(Node(3)), n.alias(n))
print(n.grow(5), n.grow(6), n.grow(7), n.deep())
print(Node(1, Node(2, Node(3))).deep())


class Value:
    def __init__(self, v):
        self.v = v

    def text(self):
        if isinstance(self.v, str):
            return self.v.upper()
        if isinstance(self.v, (int, float)):
            return str(self.v + 1)
        if isinstance(self.v, list):
            return ','.join(str(x) for x in self.v)
        return 'none' if self.v is None else 'dict ' + str(len(self.v))

    def change(self):
        if isinstance(self.v, str):
            self.v = len(self.v)
            return self.v * 2
        self.v = 'now a text'
        return self.v.title()


for x in ['a', 1, 2.5, [1, 2], None, {1: 2}]:
    print(Value(x).text(), end=' ')
w = Value('abc')
print(w.change(), w.change(), w.change(), w.v)

_cache = None


def cache():
    global _cache
    if _cache is None:
        _cache = {}
    return _cache


def clear():
    global _cache
    _cache = None


def use():
    global _cache
    _cache = {1: 2}
    a = len(_cache)
    clear()
    try:
        return a, len(_cache)
    except TypeError as e:
        return a, str(e)


cache()['x'] = 1
print(cache(), use(), cache())


def counter():
    last = None

    def step(x):
        nonlocal last
        if last is None:
            last = x
            return last + 1
        last = last + x
        return last

    def reset():
        nonlocal last
        last = None

    def both(x):
        nonlocal last
        last = x
        reset()
        try:
            return last + 1
        except TypeError as e:
            return str(e)

    return step, reset, both


step, reset, both = counter()
print(step(3), step(4), step(5), both(1), step(9))


class Base:
    def __init__(self):
        self.child = None
        self.count = 0

    def attach(self, child):
        self.child = child
        return self


class Derived(Base):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def find(self):
        if self.child is not None:
            d = Derived('new')
            e = Base().attach(d)
            return self.child.name + e.child.name
        return self.name

    def again(self):
        if self.child is not None:
            self.__init__('reset')
            return self.child.name
        return self.name


d = Derived('a').attach(Derived('b'))
print(d.find())
try:
    print(d.again())
except AttributeError as e:
    print(e)


class Lazy:
    def __init__(self):
        self._value = None
        self.reads = 0

    @property
    def value(self):
        self.reads += 1
        if self.reads > 2:
            return None
        return 'v' * self.reads

    def get(self):
        if self.value is not None:
            try:
                return self.value.upper()
            except AttributeError as e:
                return str(e)
        return 'none'


lazy = Lazy()
print(lazy.get(), lazy.get(), lazy.reads)


def walk(node):
    while node is not None and node.next is not None:
        yield node.value
        if node.next is not None:
            got = yield node.next.value
            if got:
                try:
                    yield node.next.value + 100
                except AttributeError as e:
                    yield str(e)
            node = node.next
        if node is None:
            return
    yield 'end'


n = Node(1, Node(2, Node(3)))
g = walk(n)
print(next(g), next(g))
n.next = None
print(g.send(True), list(g))


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    class Item:
        def __init__(self, key):
            self.key, self.left, self.right, self.parent = key, None, None, None

    def add(self, key):
        item = Tree.Item(key)
        if self.root is None:
            self.root = item
        else:
            at = self.root
            while True:
                if key < at.key:
                    if at.left is None:
                        at.left = item
                        break
                    at = at.left
                else:
                    if at.right is None:
                        at.right = item
                        break
                    at = at.right
            item.parent = at
        self.size += 1
        return self

    def rotate(self):
        if self.root is None or self.root.right is None:
            return self
        new = self.root.right
        self.root.right = new.left
        if new.left is not None:
            new.left.parent = self.root
        new.left = self.root
        self.root.parent = new
        self.root = new
        new.parent = None
        return self

    def keys(self):
        def below(at):
            return below(at.left) + [at.key] + below(at.right) if at is not None else []
        return below(self.root)


t = Tree()
for k in [5, 2, 8, 9, 7]:
    t.add(k)
print(t.keys(), t.root.key, t.rotate().root.key, t.keys(), t.root.left.right.key, t.root.left.right.parent.key, t.size)


class Machine:
    handler = None

    def __init__(self):
        self.log = []
        self.state = None

    def on(self, f):
        self.handler = f
        return self

    def run(self, x):
        if self.handler:
            self.log.append(self.handler(x))
        if self.handler is not None:
            Machine.handler = None
        self.state = ('done', x)
        return self.log, self.state[0]

    def maybe(self, stop):
        self.state = None if stop else 'go'
        if self.state is not None and len(self.state) == 2:
            return self.state.upper()
        try:
            return self.state.lower()
        except AttributeError:
            return 'no state'


m = Machine()
print(m.run(1), m.on(lambda x: x * 2).run(4), m.maybe(True), m.maybe(False))


def loops(node):
    total = 0
    for _ in range(3):
        if node.next is not None:
            total += node.next.value
            if total > 4:
                node.next = None
        else:
            total += 100
            node.next = Node(total)
    return total, node.next.value


print(loops(Node(1, Node(3))))


class Pair:
    def __init__(self):
        self.a = None
        self.b = None

    def swap(self):
        if self.a is not None:
            self.a, self.b = self.b, self.a
            return self.a is None, self.b + 1
        self.a = 1
        return self.a + 1


p = Pair()
print(p.swap(), p.swap(), p.swap(), p.a, p.b)


def through(obj, name):
    if obj.value is not None:
        setattr(obj, name, None)
        try:
            return obj.value + 1
        except TypeError as e:
            return str(e)
    return 'none'


print(through(Node(1), 'extra'), through(Node(1), 'value'))


def removed(obj):
    if obj.next is not None:
        del obj.next
        try:
            return obj.next.value
        except AttributeError as e:
            return str(e)
    return 'none'


print(removed(Node(1, Node(2))))
