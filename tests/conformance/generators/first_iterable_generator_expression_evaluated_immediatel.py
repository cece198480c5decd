# types: dynamic
# First iterable of a generator expression is evaluated immediately.
try: g = (x for x in undefined_name)
except NameError as e: print('now', e)
h = (y for x in [1] for y in undefined_name2)
try: next(h)
except NameError as e: print('later', e)
