def make(depth):
    if depth == 0:
        return (None, None)
    return (make(depth - 1), make(depth - 1))
def check(node):
    left, right = node
    if left is None:
        return 1
    return 1 + check(left) + check(right)
print(check(make(10)))
print(make(2))
def expr(n):
    if n == 0:
        return ("num", 3)
    if n % 2:
        return ("neg", expr(n - 1))
    return ("add", expr(n - 1), expr(n - 2))
def ev(e):
    if e[0] == "num":
        return e[1]
    if len(e) == 2:
        return -ev(e[1])
    return ev(e[1]) + ev(e[2])
print(expr(3))
t = None
for i in range(5):
    t = (i, t)
print(t)
n = 0
while t:
    n += t[0]
    t = t[1]
print(n, make(3) == make(3), hash(make(2)) == hash(make(2)))
a = ((((((1, 2), 3), 4), 5), 6), 7)
print(a, a[0][0][1], len(a))
stack = ()
for k in "abc":
    stack = (k, stack)
while stack:
    k, stack = stack
    print(k, end=" ")
print()
