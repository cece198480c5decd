# One class, two element types, both kept apart and also mixed.
class Stack:
    def __init__(s): s.items = []
    def push(s, x): s.items.append(x); return s
    def pop(s): return s.items.pop()
a = Stack().push(1); b = Stack().push('x'); print(a.pop() + 1, b.pop() + '!', [s.items for s in (Stack().push(1), Stack().push('y'))])
