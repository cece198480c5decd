class Node:
    def __init__(self, name, next):
        self.name = name
        self.next = next

    def __del__(self):
        print(self.name)


a = Node("first", None)
b = Node("second", a)
a = None
b.name = "renamed"
print("before")
b = None
print("after")
c = Node("third", None)
c = Node("fourth", c)
c.next = None
print("long")


class Link:
    __slots__ = ["next"]

    def __init__(self, next):
        self.next = next


chain = None
i = 0
while i < 300000:
    chain = Link(chain)
    i += 1
chain = None
print("end")
g = Node("global", None)
del c
