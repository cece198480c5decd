# Slices: out of range, negative step, assignment, deletion, extended.
l = [1, 2, 3, 4, 5]; l[1:3] = [9]; print(l, l[10:], l[-2:], l[::-1], l[3:1]); l[::2] = [0, 0]; print(l)
del l[::2]; l[len(l):] = 'ab'; l[:0] = (7,); print(l)
try: l[::2] = [1]
except ValueError as e: print(e)
