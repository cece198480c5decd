# Class hierarchy with dispatch through a list, methods only in some subclasses.
class S:
    def area(s): return 0
class Sq(S):
    def __init__(s, a): s.a = a
    def area(s): return s.a ** 2
class Ci(S):
    def __init__(s, r): s.r = r
    def area(s): return 3 * s.r
    def roll(s): return 'rolling'
l = [Sq(2), Ci(1.5), S()]; print([x.area() for x in l], [x.roll() for x in l if hasattr(x, 'roll')], sum(x.area() for x in l))
