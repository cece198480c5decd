# Del statement forms.
l = [1, 2, 3]; del l[0], l[-1]; d = {1: 2}; del d[1]; print(l, d)
try: del d[5]
except KeyError as e: print(repr(e))
