table = {"k": [1, 2]}
count = 0


def describe(name):
    return f"<{name} {len(table)}>"


class Node:
    def __init__(self, name, other=None):
        self.name = name
        self.other = other

    def __del__(self):
        global count
        count += 1
        print("node", describe(self.name), count, table["k"])


def local():
    n = Node("local")
    return n.name


print(local())
kept = [Node("in list", Node("inner"))]
print("end")
