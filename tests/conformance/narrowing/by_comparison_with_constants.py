def kind(keys):
    out = []
    for key in keys:
        if isinstance(key, str) == False:
            out.append(key + 1)
            continue
        out.append(key.upper())
    return out
print(kind(["a", 1, "b"]))
def find(d, k):
    v = d.get(k)
    if v == None:
        return -1
    return v + 1
print(find({"a": 1}, "a"), find({"a": 1}, "b"))
class Node:
    def __init__(self, v, next=None):
        self.v = v
        self.next = next
def length(n):
    c = 0
    while n != None:
        c += n.v
        n = n.next
    return c
print(length(Node(1, Node(2))), length(None))
class Odd:
    def __init__(self, v): self.v = v
    def __eq__(self, other): return True
def odd(x):
    if x == None:
        return "none" if x is None else "odd"
    return "other"
print(odd(None), odd(Odd(1)))
def flags(x):
    if isinstance(x, int) is True:
        return x * 2
    return x + "!"
print(flags(2), flags("a"))
def nn(x):
    if not (x == None):
        return x.strip()
    return "nothing"
print(nn(" a "), nn(None))
