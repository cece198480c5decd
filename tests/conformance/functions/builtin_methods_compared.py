class C:
    def m(self): pass
c = C()
l = []
for x in (len, l.append): print(x == x, x is x)
for x in (l.append, l.pop): print(x == x)
for x in (c.m, l.append): print(x == x)
y = l.append
print(y == y, y == l.append, y == l.pop, y == [].append)
