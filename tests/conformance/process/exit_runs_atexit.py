# Handlers of atexit run last in, first out, after SystemExit.
import atexit
import sys
atexit.register(print, 'one', 1)
atexit.register(print, 'two', sep='-')
try:
    sys.exit(3)
finally:
    print('fin')
