# types: dynamic
# Chained, augmented, starred, nested, subscript and conditional assignment.
a = b = c = [0]
b.append(1)
print(a, a is c)
x, y, z = 1, 2, 3
x, y, z = z, x, y
print(x, y, z)
(a, b), c = [1, 2], 'c'
[d, e] = 'de'
first, (second, *third), *rest = 1, (2, 3, 4), 5, 6
print(a, b, c, d, e, first, second, third, rest)
xs = [1, 2, 3]
xs[0], xs[-1] = xs[-1], xs[0]
xs[1] += 10
xs[1] **= 2
print(xs)
d = {'n': 1}
d['n'] += 1
d['m'] = d['n'] * 2
d['l'] = [1]
d['l'] += [2]
print(d)
i = 0
i, xs[i] = 2, 'assigned'
print(i, xs)
s = 'a'
s += 'b'
s *= 3
n = 17
n //= 3
n <<= 4
n |= 1
n ^= 3
n %= 50
n -= 2
n >>= 1
f = 3
f /= 2
f **= 2
print(s, n, f)
t = (1, 2)
t += (3,)
u = t
t += (4,)
print(t, u)
*a, = range(3)
a, = a[:1]
print(a)
for xs[0] in range(3):
    pass
print(xs)
for (p, q), r in [((1, 2), 3), ((4, 5), 6)]:
    print(p, q, r, end='; ')
print()
if (m := 10) and (k := m + 1) > 10:
    print(m, k)
del xs[0], d['l']
print(xs, d)
