# types: dynamic
# Nested lists and tuples as trees: insert, walk, evaluate, print.
def insert(tree, value):
    if tree is None:
        return [value, None, None]
    if value < tree[0]:
        tree[1] = insert(tree[1], value)
    elif value > tree[0]:
        tree[2] = insert(tree[2], value)
    return tree


def inorder(tree):
    return [] if tree is None else inorder(tree[1]) + [tree[0]] + inorder(tree[2])


def depth(tree):
    return 0 if tree is None else 1 + max(depth(tree[1]), depth(tree[2]))


def contains(tree, value):
    while tree is not None:
        if tree[0] == value:
            return True
        tree = tree[1] if value < tree[0] else tree[2]
    return False


def evaluate(e):
    if isinstance(e, (int, float)):
        return e
    op, left, right = e
    a, b = evaluate(left), evaluate(right)
    return a + b if op == '+' else a - b if op == '-' else a * b


def text(e):
    return str(e) if not isinstance(e, tuple) else f'({text(e[1])} {e[0]} {text(e[2])})'


tree = None
for v in [5, 2, 8, 1, 9, 3, 5]:
    tree = insert(tree, v)
print(tree, inorder(tree), depth(tree), [v for v in range(10) if contains(tree, v)])
expr = ('+', ('*', 2, 3), ('-', 10, ('+', 1, 0.5)))
print(text(expr), evaluate(expr))
linked = None
for v in 'abc':
    linked = (v, linked)
while linked:
    print(linked[0], end=' ')
    linked = linked[1]
print()
words = insert(insert(None, 'm'), 'a')
print(inorder(words), contains(words, 'z'))
