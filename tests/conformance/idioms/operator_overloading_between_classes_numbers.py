# Operator overloading between classes and numbers.
class V:
    def __init__(s, x, y): s.x, s.y = x, y
    def __add__(s, o): return V(s.x + o.x, s.y + o.y)
    def __mul__(s, k): return V(s.x * k, s.y * k) if isinstance(k, (int, float)) else s.x * k.x + s.y * k.y
    __rmul__ = __mul__
    def __repr__(s): return f'V({s.x}, {s.y})'
print(V(1, 2) + V(3, 4), V(1, 2) * 2, 2.5 * V(1, 2), V(1, 2) * V(3, 4), sum([V(1, 1), V(2, 2)], V(0, 0)))
