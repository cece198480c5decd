# Arrays whose typecode is a literal have items of one type.
from array import array
a = array('i', [3, 1, 2])
a.append(7)
print(a, a[0] + 1, sum(a), a.typecode, a.itemsize, a[1:3])
f = array('d')
f.append(1)
f.extend([2.5, 3])
print(f, f[0] / 2)
u = array('u', 'héllo')
print(u, u[1].upper(), u.tounicode())
for x in a:
    print(x * 2)
c = array('f', [0.1])
print(c[0], c)
def total(xs):
    t = 0
    for x in xs: t += x
    return t
print(total(a), total(f))
sieve = array('b', [1]) * 20
sieve[0] = sieve[1] = 0
for i in range(2, 20):
    if sieve[i]:
        for j in range(i * i, 20, i): sieve[j] = 0
print([i for i in range(20) if sieve[i]])
