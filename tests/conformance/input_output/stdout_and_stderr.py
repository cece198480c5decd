# stderr: exact
# Both streams, writes without newline, an exit code.
import sys
sys.stderr.write('warning: first\n')
print('result 1')
print('warning:', 'second', file=sys.stderr, sep=' ~ ')
sys.stdout.write('result 2')
sys.stdout.write('\n')
sys.stdout.flush()
for i in range(3):
    print(i, end=',', file=sys.stderr)
print(file=sys.stderr)
sys.exit('fatal: cannot go on')
