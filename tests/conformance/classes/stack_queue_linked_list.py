# Containers as classes: stack, queue, linked list with iteration and errors.
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, values=()):
        self.head = None
        self.size = 0
        for v in values:
            self.append(v)

    def append(self, value):
        node = Node(value)
        if self.head is None:
            self.head = node
        else:
            last = self.head
            while last.next is not None:
                last = last.next
            last.next = node
        self.size += 1

    def remove(self, value):
        previous, node = None, self.head
        while node is not None:
            if node.value == value:
                if previous is None:
                    self.head = node.next
                else:
                    previous.next = node.next
                self.size -= 1
                return
            previous, node = node, node.next
        raise ValueError(f'{value!r} is not in the list')

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __contains__(self, value):
        return any(v == value for v in self)

    def __repr__(self):
        return ' -> '.join(map(repr, self)) or 'empty'


numbers = LinkedList([1, 2, 3])
numbers.append(4)
numbers.remove(2)
print(numbers, len(numbers), 3 in numbers, 2 in numbers, list(numbers), sum(numbers))
numbers.reverse()
print(numbers, LinkedList(), LinkedList('ab'))
try:
    numbers.remove(99)
except ValueError as e:
    print(e)


class Stack:
    def __init__(self):
        self._items = []

    def push(self, item):
        self._items.append(item)
        return self

    def pop(self):
        if not self._items:
            raise IndexError('empty stack')
        return self._items.pop()

    @property
    def top(self):
        return self._items[-1] if self._items else None


s = Stack().push(1).push('two')
print(s.top, s.pop(), s.pop(), s.top)
try:
    s.pop()
except IndexError as e:
    print(e)
