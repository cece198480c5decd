# Every print appears although the program dies of an exception.
import sys
print('o1')
print('e1', file=sys.stderr)
print('o2')
1 / 0
