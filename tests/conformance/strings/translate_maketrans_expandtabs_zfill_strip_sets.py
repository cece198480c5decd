# Translate, maketrans, expandtabs, zfill, strip of sets.
print('abc'.translate(str.maketrans('ab', 'xy', 'c')), 'a\tb'.expandtabs(4), '-5'.zfill(4), 'xxaxx'.strip('x'), 'abcab'.lstrip('ba'), 'abc'.removeprefix('a'), 'a'.center(4, '*'))
