# Str.format: auto numbering, attributes, indexes, conversions.
class P: x = 1
print('{} {}'.format(1, 2), '{1}{0}'.format('a', 'b'), '{p.x} {l[0]} {d[k]}'.format(p=P, l=[5], d={'k': 6}), '{!r:>5}'.format('a'))
