# types: dynamic
# Exception groups.
try: raise ExceptionGroup('g', [ValueError(1), KeyError(2), TypeError(3)])
except* ValueError as e: print('v', e.exceptions)
except* (KeyError, TypeError) as e: print('k', e.exceptions)
