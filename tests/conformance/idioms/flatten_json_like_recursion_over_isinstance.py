# Flatten and JSON-like recursion over isinstance.
def flat(x): return [z for y in x for z in flat(y)] if isinstance(x, list) else [x]
def depth(v):
    if isinstance(v, dict): return 1 + max([depth(w) for w in v.values()], default=0)
    if isinstance(v, list): return 1 + max((depth(w) for w in v), default=0)
    return 0
print(flat([1, [2, ['a', []]]]), depth({'a': [1, {'b': None}], 'c': 2.5}))
