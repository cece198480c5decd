# Widths, signs, bases, separators.
for v in (0, 5, -5, 1234567, -1234567, 2 ** 70):
    print(f'[{v}] [{v:5}] [{v:<8}] [{v:^8}] [{v:08}] [{v:+}] [{v: }] [{v:,}] [{v:_}]')
for v in (0, 10, 255, -255):
    print(f'{v:b} {v:o} {v:x} {v:X} {v:#b} {v:#o} {v:#x} {v:#X} {v:#010x} {v:_b} {v:08b}')
print(f'{65:c}{0x1F600:c} {3:.2f} {3:e} {50:.0%} {7:g} {1234:n}')
width = 10
for fill in ' *0-':
    print(f'{42:{fill}>{width}}|{42:{fill}<{width}}|{42:{fill}^{width}}|{-42:{fill}={width}}')
print('%d %5d %-5d| %05d %+d %x %X %o %#x %i %s %r' % (1, 2, 3, 4, 5, 255, 255, 8, 255, 9, 10, 11))
print('{0} {1:>4} {0:<4}|'.format(7, 8), format(255, 'x'), format(12), str(-3), repr(2 ** 65))
for spec in ('s', '.2d', 'q', ',x'):
    try:
        print(format(5, spec))
    except ValueError as e:
        print(e)
