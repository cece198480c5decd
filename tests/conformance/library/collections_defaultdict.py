# defaultdict.
from collections import defaultdict
d = defaultdict(int)
for c in "mississippi":
    d[c] += 1
print(d, d["zz"], len(d), dict(d))
g = defaultdict(list)
g["a"].append(1); g["a"].append(2); g["b"].append(3)
print(g, sorted(g.items()), isinstance(g, dict), g == {"a": [1, 2], "b": [3]})
n = defaultdict(lambda: defaultdict(int))
n["x"]["y"] += 5
print(n["x"]["y"], "q" in n)
