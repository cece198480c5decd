# Augmented assignment evaluates object and index once.
def g(): print('g', end=' '); return d
d = {'k': 1}; g()['k'] += 5; print(d)
