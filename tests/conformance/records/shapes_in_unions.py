"""Tuples of different shapes meet where they are returned, in containers and behind None."""
def pick(k):
    if k == 0: return ((1, None), 'a')
    if k == 1: return ((1, (2, 'x')), 'b')
    if k == 2: return ((1, 3.5), 'c')
    return (('z', (2,)), 'd')
def wrap(k):
    if k % 2: return (pick(k), k)
    return None
def f(k):
    x = (pick(0), 5)
    y = wrap(k)
    if y is None:
        y = x
    return y
for k in range(4): print(f(k), wrap(k), pick(k))
L = [f(0), wrap(1), None]
for k in range(4): L.append(wrap(k)); L.append(f(k))
print(L, L.count(None), L.index(f(1)))
d = {f(1): 1, f(3): 2}
print(d)
