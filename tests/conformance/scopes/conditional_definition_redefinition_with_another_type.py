# Conditional definition and redefinition with another type.
import sys
if sys.maxsize > 0:
    def f(): return 'A'
else:
    def f(): return 'B'
g = f; f = f(); print(f, g())
