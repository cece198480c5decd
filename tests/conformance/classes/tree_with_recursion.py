# A binary search tree class and an expression tree with dispatch.
class Tree:
    def __init__(self):
        self.root = None

    def insert(self, key, value=None):
        if self.root is None:
            self.root = TreeNode(key, value)
        else:
            self.root.insert(key, value)

    def items(self):
        return self.root.items() if self.root else []

    def height(self):
        return self.root.height() if self.root else 0

    def get(self, key, default=None):
        node = self.root
        while node:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        return default


class TreeNode:
    def __init__(self, key, value):
        self.key, self.value = key, value
        self.left = self.right = None

    def insert(self, key, value):
        if key == self.key:
            self.value = value
        elif key < self.key:
            if self.left:
                self.left.insert(key, value)
            else:
                self.left = TreeNode(key, value)
        elif self.right:
            self.right.insert(key, value)
        else:
            self.right = TreeNode(key, value)

    def items(self):
        left = self.left.items() if self.left else []
        right = self.right.items() if self.right else []
        return left + [(self.key, self.value)] + right

    def height(self):
        return 1 + max(child.height() if child else 0 for child in (self.left, self.right))


t = Tree()
for i, k in enumerate([50, 30, 70, 20, 40, 60, 80, 30]):
    t.insert(k, i)
print(t.items(), t.height(), t.get(30), t.get(99), t.get(99, 'none'), Tree().items(), Tree().height())
words = Tree()
for w in 'the quick brown fox jumps over the lazy dog'.split():
    words.insert(w, (words.get(w) or 0) + 1)
print(words.items())


class Number:
    def __init__(self, value):
        self.value = value

    def eval(self):
        return self.value

    def __str__(self):
        return str(self.value)


class Op:
    def __init__(self, sign, left, right):
        self.sign, self.left, self.right = sign, left, right

    def eval(self):
        a, b = self.left.eval(), self.right.eval()
        return {'+': lambda: a + b, '*': lambda: a * b, '-': lambda: a - b, '/': lambda: a / b}[self.sign]()

    def __str__(self):
        return f'({self.left} {self.sign} {self.right})'


e = Op('+', Number(1), Op('*', Number(2.5), Op('-', Number(10), Number(4))))
print(e, '=', e.eval())
try:
    Op('/', e, Number(0)).eval()
except ZeroDivisionError as err:
    print(err)
