# types: dynamic
# Copying: shallow, deep with shared and cyclic parts.
import copy
a = [1]; b = [a, a]; c = copy.deepcopy(b); c[0].append(2); print(c, b, copy.copy(b)[0] is a); b.append(b); d = copy.deepcopy(b); print(d[2] is d)
