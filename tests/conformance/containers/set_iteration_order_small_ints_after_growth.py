# Set iteration order of small ints, and after growth and removal.
print({3, 1, 2}, {30, 10, 20}, set(range(10, 0, -1)), {8, 0, 16}, set([8, 0, 16]), {-1, -2})
s = set(); s.add(100); s.add(4); s.add(33); print(s, s.pop(), s)
