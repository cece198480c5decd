# stderr: exact
# atexit runs after the uncaught exception's traceback.
import atexit
import sys
atexit.register(lambda: print('bye', file=sys.stderr))
1 / 0
