# stderr: exact
# Another object than an int is printed on standard error.
import sys
sys.exit(('a', 1))
