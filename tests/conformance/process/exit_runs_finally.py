# SystemExit runs finally blocks.
import sys
try:
    sys.exit(3)
finally:
    print('fin')
