# Generator already executing; generator is its own iterator.
def g(): yield next(it)
it = g()
try: next(it)
except ValueError as e: print(e)
print(iter(it) is it)
