# A negative exit code wraps around.
import sys
sys.exit(-1)
