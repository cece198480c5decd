# Field set to None first and to an object later, used without a check.
class T:
    def __init__(s): s.root = None
    def add(s, v):
        if s.root is None: s.root = [v]
        else: s.root.append(v)
t = T(); t.add(1); t.add(2); print(len(t.root), t.root[-1])
