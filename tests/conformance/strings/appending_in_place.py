# += on a str that only one variable holds grows in place (a loop is linear); whoever else holds it sees nothing.
def main():
    s = ""
    for i in range(300000):
        s += chr(97 + i % 26)
    print(len(s), s[:3], s[-3:])
    t = s
    s += "x"
    print(len(t), len(s))
    u = "é"
    for i in range(1000):
        u += "é" if i % 2 else "☃"
        if i % 100 == 0:
            v = u
            u = u + "a"
            print(len(v), len(u), v[-1], u[-1])
    d = {}
    d["k"] = "a"
    x = d["k"]
    x += "b"
    print(d, x)
    w = "q" * 3
    d = {w: 1}
    w += "z"
    d[w] = 2
    w += "z"
    print(d)
    parts = []
    p = str(12)
    for i in range(5):
        parts.append(p)
        p += str(i)
    print(parts, p)
class B:
    def __init__(self): self.s = ""
    def add(self, x): self.s += x
b = B()
for i in range(20000): b.add("yz")
print(len(b.s))
k = b.s
b.add("1")
print(len(k), len(b.s))
g = ""
def addg(x):
    global g
    g += x
for i in range(20000): addg("ab")
print(len(g))
main()
m = ""
for i in range(300000): m += "ab"
print(len(m), hash(m) == hash("ab" * 300000))
h = "abc"
def f(s): return s + "d"
print(f(h), h, f(str(1)))
n = str(5)
e = {n: 1}
n += "6"
print(e, n, n in e, "5" in e)
