# Standard input translates newlines like CPython's.
import sys
print(list(sys.stdin))
