# Best = None accumulator.
best = None
for v in [3, 9, 2]:
    if best is None or v > best: best = v
print(best + 1)
