def subsets(n):
    return list(range(2 ** n))
print(subsets(3))
x = 2 ** len("abc")
print([0]*9, [10,20,30,40,50,60,70,80,90][x], x >> 1, "%d" % x, x / 2, x * 3, -x, abs(x), 1 << x)
def f(a, b): return a ** b
print(f(2, -1), f(2, 10), f(2, 3) + 0.5)
