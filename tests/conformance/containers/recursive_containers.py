# Recursive containers.
l = [1]; l.append(l); d = {}; d['d'] = d; print(l, d, l in l)
try: a = []; a.append(a); b = []; b.append(b); a == b
except RecursionError as e: print(e)
