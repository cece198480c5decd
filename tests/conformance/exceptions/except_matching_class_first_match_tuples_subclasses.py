# Except matching is by class, first match, tuples, subclasses; expression evaluated lazily.
def k(): print('k evaluated', end=' '); return KeyError
try: {}['a']
except (IndexError, TypeError): print('no')
except k() as e: print(repr(e), e.args, str(e))
except LookupError: print('no')
