# types: strict
# Trees, fields of several types and a cache, with no operation that could fail for None.
class Node:
    def __init__(self, v):
        self.v = v
        self.left = None
        self.right = None
    def insert(self, v):
        if v < self.v:
            if self.left is None:
                self.left = Node(v)
            else:
                self.left.insert(v)
        else:
            if self.right:
                self.right.insert(v)
            else:
                self.right = Node(v)
    def walk(self):
        out = []
        if self.left is not None:
            out += self.left.walk()
        out.append(self.v)
        if self.right:
            out += self.right.walk()
        return out

root = Node(5)
for v in [3, 8, 1, 4, 9]:
    root.insert(v)
print(root.walk())

class Item:
    def __init__(self, value):
        self.value = value
    def show(self):
        if isinstance(self.value, str):
            return self.value.upper()
        elif isinstance(self.value, int):
            return str(self.value + 1)
        return 'none'
print(Item('a').show(), Item(3).show(), Item(None).show())
_cache = None
def get():
    global _cache
    if _cache is None:
        _cache = {}
    return _cache
get()['a'] = 1
print(get())
