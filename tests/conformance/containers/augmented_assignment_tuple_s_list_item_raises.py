# Augmented assignment on a tuple's list item raises and still mutates.
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(t, e)
