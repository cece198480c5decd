# Match: captures bind even if a later guard fails, order, classes, mappings, sequences, or, as.
def f(v):
    match v:
        case 0 | 1: return 'small'
        case [x, y] if x > y: return 'desc'
        case [1, *rest]: return ('rest', rest, x)
        case {'k': k, **o}: return (k, o)
        case str() as s: return s.upper()
        case int(n): return n + 1
        case _: return None
print(f(1), f([2, 1]), f([1, 2, 3]) if False else '', f({'k': 1, 'z': 2}), f('a'), f(5), f(True), f(2.5), f((3, 2)))
