fs = []
for i in range(3):
    fs.append(lambda i=i: i)
    def g(x, k=i*10): return x + k
    fs.append(lambda: g(1))
print([f() for f in fs])
print(g(1))
class B:
    hs = []
    for i in range(3):
        hs.append(lambda i=i: i)
print([h() for h in B.hs])
