# Linked list and tree with None links, no annotation, no check that pyright would want.
class N:
    def __init__(s, v, nxt=None): s.v, s.next = v, nxt
h = N(1, N(2, N(3)))
while h.next.next: h = h.next
print(h.v, h.next.v)
