# List changed during iteration is legal.
l = [1, 2, 3, 4]
for v in l:
    if v == 2: l.remove(v)
    print(v, end=' ')
print(l)
l = [1]
for v in l:
    if v < 4: l.append(v+1)
print(l)
