# Missing files, folders, modes, and the fields of OSError.
import os
for path, mode in [('missing.txt', 'r'), ('.', 'r'), ('no/folder/x', 'w'), ('x.txt', 'q'), ('x.txt', 'rw')]:
    try:
        open(path, mode)
    except OSError as e:
        print(type(e).__name__, e.errno, e.strerror, e.filename, e)
    except ValueError as e:
        print('ValueError', e)
with open('x.txt', 'x') as f:
    f.write('once')
try:
    open('x.txt', 'x')
except FileExistsError as e:
    print(e)
with open('x.txt') as f:
    try:
        f.write('no')
    except OSError as e:
        print(type(e).__name__, e)
print(os.path.exists('x.txt'), os.path.exists('y.txt'), open('x.txt').read())
os.remove('x.txt')
print(os.path.exists('x.txt'))
try:
    with open('a.txt', 'w') as f:
        f.write('half')
        raise RuntimeError('interrupted')
except RuntimeError as e:
    print(e, f.closed, repr(open('a.txt').read()))
