# Star-unpacking in calls consumes generators in order; too many values.
def f(a, b): return a, b
print(f(*(i for i in range(2))))
try: a, b = [1]
except ValueError as e: print(e)
a, *b = 'x'; print(a, b)
