# Sort: stable, reverse keeps stability, key called once per element in order.
l = [(1, 'b'), (0, 'z'), (1, 'a')]; l.sort(key=lambda t: t[0]); print(l, sorted(l, key=lambda t: t[0], reverse=True))
def k(v): print(v, end=' '); return -v
print(sorted([3, 1, 2], key=k))
