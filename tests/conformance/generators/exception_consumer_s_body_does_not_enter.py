# An exception in the consumer's body does not enter the generator's handlers.
def g():
    try: yield 1
    except ValueError: print('WRONG')
    finally: print('fin')
try:
    for x in g(): raise ValueError('consumer')
except ValueError as e: print('outer', e)
