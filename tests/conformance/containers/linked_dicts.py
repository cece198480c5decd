# types: dynamic
# Linked lists, trees and graphs made of dicts, with None at the ends.
def cons(value, rest=None):
    return {'value': value, 'next': rest}


def to_list(node):
    out = []
    while node is not None:
        out.append(node['value'])
        node = node['next']
    return out


def reverse(node):
    previous = None
    while node:
        node['next'], previous, node = previous, node, node['next']
    return previous


def insert_sorted(head, value):
    if head is None or head['value'] >= value:
        return cons(value, head)
    node = head
    while node['next'] is not None and node['next']['value'] < value:
        node = node['next']
    node['next'] = cons(value, node['next'])
    return head


head = cons(1, cons(2, cons(3)))
print(to_list(head), to_list(reverse(head)), to_list(None))
head = None
for v in [5, 1, 4, 2, 3, 4]:
    head = insert_sorted(head, v)
print(to_list(head), head['next']['value'])


def add_path(tree, path):
    node = tree
    for part in path.split('/'):
        node = node.setdefault(part, {})


def show(tree, indent=0):
    for name in sorted(tree):
        print('  ' * indent + name + ('/' if tree[name] else ''))
        show(tree[name], indent + 1)


def size(tree):
    return 1 + sum(size(t) for t in tree.values())


tree = {}
for path in ('usr/bin/python', 'usr/lib/libc', 'etc/passwd', 'usr/bin/ls'):
    add_path(tree, path)
show(tree)
print(size(tree), tree)
trie = {}
for word in ('car', 'card', 'care', 'cat', 'dog'):
    node = trie
    for c in word:
        node = node.setdefault(c, {})
    node['$'] = word


def complete(node):
    return [v if k == '$' else w for k, v in sorted(node.items()) for w in ([v] if k == '$' else complete(v))]


print(complete(trie['c']['a']), complete(trie)[:2], 'x' in trie)
