# Linked list, stack, queue and binary search tree.
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for item in items:
            self.append(item)

    def append(self, value):
        node = Node(value)
        if self.head is None:
            self.head = node
        else:
            last = self.head
            while last.next:
                last = last.next
            last.next = node
        self.size += 1

    def prepend(self, value):
        self.head = Node(value, self.head)
        self.size += 1

    def remove(self, value):
        previous, node = None, self.head
        while node:
            if node.value == value:
                if previous is None:
                    self.head = node.next
                else:
                    previous.next = node.next
                self.size -= 1
                return True
            previous, node = node, node.next
        return False

    def reverse(self):
        previous = None
        node = self.head
        while node is not None:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __getitem__(self, i):
        if i < 0:
            i += self.size
        for k, value in enumerate(self):
            if k == i:
                return value
        raise IndexError("list index out of range")

    def __str__(self):
        return " -> ".join(map(str, self)) or "(empty)"


class Tree:
    class Node:
        def __init__(self, key, value):
            self.key = key
            self.value = value
            self.left = self.right = None

    def __init__(self):
        self.root = None
        self.count = 0

    def __setitem__(self, key, value):
        if self.root is None:
            self.root = Tree.Node(key, value)
            self.count = 1
            return
        node = self.root
        while True:
            if key == node.key:
                node.value = value
                return
            if key < node.key:
                if node.left is None:
                    node.left = self.Node(key, value)
                    break
                node = node.left
            else:
                if node.right is None:
                    node.right = self.Node(key, value)
                    break
                node = node.right
        self.count += 1

    def __getitem__(self, key):
        node = self.root
        while node:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        raise KeyError(key)

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def items(self):
        def walk(node):
            if node is not None:
                yield from walk(node.left)
                yield node.key, node.value
                yield from walk(node.right)
        return walk(self.root)

    def height(self):
        def depth(node):
            return 0 if node is None else 1 + max(depth(node.left), depth(node.right))
        return depth(self.root)

    def delete(self, key):
        def smallest(node):
            while node.left:
                node = node.left
            return node

        def remove(node, key):
            if node is None:
                raise KeyError(key)
            if key < node.key:
                node.left = remove(node.left, key)
            elif key > node.key:
                node.right = remove(node.right, key)
            elif node.left is None:
                return node.right
            elif node.right is None:
                return node.left
            else:
                successor = smallest(node.right)
                node.key, node.value = successor.key, successor.value
                node.right = remove(node.right, successor.key)
            return node

        self.root = remove(self.root, key)
        self.count -= 1


numbers = LinkedList([3, 1, 4, 1, 5])
numbers.prepend(9)
print(numbers, len(numbers), numbers[0], numbers[-1])
print(numbers.remove(1), numbers.remove(77), numbers)
numbers.reverse()
print(numbers, list(numbers), sum(numbers), max(numbers), 4 in numbers)
try:
    numbers[10]
except IndexError as e:
    print("IndexError:", e)
print(LinkedList(), bool(LinkedList()), LinkedList("abc"))

tree = Tree()
for word in "the quick brown fox jumps over the lazy dog".split():
    tree[word] = len(word)
print(tree.count, tree.height(), list(tree.items()))
print(tree["fox"], "cat" in tree, "dog" in tree)
for key in ["the", "brown", "quick"]:
    tree.delete(key)
print([k for k, v in tree.items()], tree.count)
try:
    tree.delete("unicorn")
except KeyError as e:
    print("KeyError:", e)
