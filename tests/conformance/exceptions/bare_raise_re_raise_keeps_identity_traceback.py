# Bare raise, re-raise keeps identity and traceback; no active exception.
try:
    try: raise ValueError(1)
    except ValueError as e: x = e; raise
except ValueError as y: print(x is y)
try: raise
except RuntimeError as e: print(e)
