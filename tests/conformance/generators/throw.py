# Throw.
def g():
    while True:
        try: yield 1
        except ValueError as e: yield f'caught {e}'
it = g(); next(it); print(it.throw(ValueError('v')), next(it))
