def f(s, base, xs):
    n = len(s)
    t = 0
    for i, c in enumerate(s):
        t += int(c) * base ** (len(s) - i - 1)
    for i in range(n - 1, -1, -1):
        t += base ** i
    while n > 0:
        n -= 1
        t += 2 ** n
    t += sum(2 ** k for k in range(5))
    t += sum([b * 2 ** k for k, b in enumerate(xs)])
    t += sum(b * 2 ** k for k, b in enumerate(reversed(xs)))
    return t
print(f("1011", 2, [1, 2]))

def g(n):
    if n < 0:
        raise ValueError("negative")
    return 2 ** n
def g2(n):
    assert n >= 0
    return 3 ** n
def g3(n, m):
    i = 0
    p = 0
    while i < n:
        p += 2 ** i
        i += 1
    while i <= n and m > 3:
        m = m - 3
        p += 10 ** m
    return p
def g4(n):
    return 2 ** (n - 1)
def g5(x):
    k = x if x > 0 else 0
    return 2 ** k
def g6(a, b):
    return 2 ** (a % 7) + 3 ** abs(b) + 5 ** max(0, a) + 2 ** (a & 7) + 2 ** b.bit_length() + 2 ** (b * b)
def g7(n):
    t = 0
    for i in range(n):
        for j in range(i):
            t += 2 ** (i - j) + 2 ** (i - j - 1) + 2 ** (n - i)
    return t
def g8(xs):
    xs = list(xs)
    i = len(xs) - 1
    t = 0
    while i >= 0:
        t += xs[i] * 10 ** i
        i -= 1
    return t
print(g(5), g2(4), g3(4, 20), g4(3), g5(-3), g6(-9, -4), g7(4), g8((1, 2, 3)))

# these may be floats
def h1(n):
    t = 0
    for i in range(n):
        t += 2 ** (i - 1)
    return t
def h2(n):
    for i in range(n):
        n -= 3
        print(2 ** (n - i))
def h3(n):
    i = 5
    while True:
        print(2 ** i)
        i -= 3
        if i < n:
            break
def h4(n):
    if n >= 0:
        n = n - 5
    return 2 ** n
def h5(n):
    try:
        k = 3
        if n > 2:
            k = -1
            raise ValueError
    except ValueError:
        pass
    return 2 ** k
def h6(x, y):
    if x >= y:
        if y >= x:
            return 2 ** x
    return 0
print(h1(3), h4(2), h5(1), h5(3), h6(-2, -2), 10 ** -3, 2 ** (1 - 4), (-2) ** -3)
h2(4)
h3(-5)
class P:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return False
    def __ge__(self, o): return True
    def __sub__(self, o): return -3
    def __add__(self, o): return -2
def h7(n):
    if n >= 0:
        return 2 ** (n - 1)
    return 0
print(h7(4), h7(P(3)))
def h8(m):
    r = []
    hi = 0
    for i in [3, 1, 7]:
        if i == 3:
            hi = i
        r.append(2 ** (hi - i))
    return r
print(h8(1))
def h9():
    i = 0
    j = 5
    while j > -3:
        print(2 ** j, end=" ")
        i, j = j - 4, i
        if i < -9: break
h9()
print()
