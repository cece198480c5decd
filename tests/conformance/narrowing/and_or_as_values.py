import re
class N:
    def __init__(self, v, nxt=None):
        self.v = v; self.next = nxt
def f(n):
    return n.next and n.next.v
def g(n):
    return n.next and n.next.next and n.next.next.v
def h(d, k):
    x = d.get(k)
    return x and x + 1
def i(x):
    return x is not None and x.v or 0
def j(x):
    y = x or N(7)
    return y.v
def k(x):
    return not x or x.v > 1
m = None
def setm(): 
    global m
    m = N(3)
def l():
    return m and m.v
print(f(N(1)), f(N(1, N(2))), g(N(1, N(2, N(3)))), h({1: 2}, 1), h({1: 2}, 2), i(None), i(N(3)), j(None), j(N(1)), k(None), k(N(5)), l())
setm(); print(l())
def p(x):
    z = x and (x := None)
    return z, x and x.v
print(p(N(1)), p(None))
