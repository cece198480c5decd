# types: dynamic
# Index errors and negative indices.
print([1, 2, 3][-1], 'abc'[-3])
for f in (lambda: [][0], lambda: (1,)[1], lambda: ''[0], lambda: [].pop(), lambda: [1].pop(5), lambda: {}['k'], lambda: [1].remove(2), lambda: [1].index(2), lambda: set().pop()):
    try: f()
    except (IndexError, KeyError, ValueError) as e: print(type(e).__name__, e)
