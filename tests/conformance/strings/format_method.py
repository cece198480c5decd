# str.format: positions, names, indexes, nested specs, errors.
print('{} {} {}'.format(1, 'a', None), '{2}{0}{1}'.format('x', 'y', 'z'), '{0}{0}'.format('r'), '{a}-{b}'.format(a=1, b=2))
print('{:>8}|{:<8}|{:^8}|{:*^8}'.format('r', 'l', 'c', 'f'), '{:08.3f} {:+d} {:,} {:x} {:%}'.format(3.14159, 5, 1234567, 255, 0.5))
print('{0[1]} {1[k]} {0[0][0]}'.format(['ab', 'cd'], {'k': 'v'}), '{!r} {!s} {!a}'.format('q', 'q', 'é'))
print('{:{}}|{:{w}.{p}f}'.format('x', 5, 2.71828, w=8, p=2), '{{}} {{{}}}'.format(1), '{0.real} {0.imag}'.format(3))
data = {'name': 'Ann', 'age': 3}
print('{name} {age:03}'.format(**data), '{} {}'.format(*['s', 't']), '{name}'.format_map(data))
for template, args in [('{} {}', (1,)), ('{2}', (1,)), ('{0} {}', (1, 2)), ('{', ()), ('}', ()), ('{x}', ()), ('{:q}', (1,)), ('{!z}', (1,))]:
    try:
        print(template.format(*args))
    except (IndexError, KeyError, ValueError) as e:
        print(type(e).__name__, e)
