# readline, iteration and read share one position.
import sys
print(repr(sys.stdin.readline()))
for line in sys.stdin:
    print(repr(line))
    break
print(repr(sys.stdin.read()), repr(sys.stdin.read()))
