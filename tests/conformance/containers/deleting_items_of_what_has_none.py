# types: dynamic
class A:
    def __getitem__(self, k): return 1
class B: pass
def tryit(f):
    try:
        f()
    except TypeError as e:
        print(e)
def d1():
    a = A(); del a["x"]
def d2():
    a = A(); del a[0]
def d3():
    a = B(); del a["x"]
def d4():
    a = B(); del a[0]
def d5():
    a = "abc"; del a[0]
def d6():
    a = (1, 2); del a[0]
def d7():
    a = 5; del a[0]
def d8():
    a = 5; del a["x"]
def d9():
    a = range(3); del a[0]
def d10():
    a = b"x"; del a["q"]
def d11():
    a = (1,); del a["q"]
def d12():
    a = {1}; del a[1]
def d13():
    a = None; del a[1]
def d14():
    a = frozenset(); del a["x"]
for f in (d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14): tryit(f)
