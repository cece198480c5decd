# Sort and min/max use only < (or > for max) and keep the first of equals.
class C:
    def __init__(s, n, t): s.n, s.t = n, t
    def __lt__(s, o): return s.n < o.n
    def __gt__(s, o): return s.n > o.n
a = [C(1, 'a'), C(1, 'b'), C(0, 'c')]; print([c.t for c in sorted(a)], max(a).t, min(a).t, min([], default='d'))
