# Two modules that import each other: the second sees the first half-filled.
print('main')
import ca
print(ca.done, ca.cb.seen)
