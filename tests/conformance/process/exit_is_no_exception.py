# `except Exception` does not catch SystemExit.
import sys
try:
    try:
        sys.exit(4)
    except Exception:
        print('never')
except SystemExit as e:
    print('caught', e.code)
sys.exit(5)
