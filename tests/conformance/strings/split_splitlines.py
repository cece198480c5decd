# Split and splitlines.
print('a,b,,c'.split(','), ' a  b '.split(), 'a b c'.split(' ', 1), 'a\x0bb\x1cc\u2028d\r\ne'.splitlines(), ''.split(), ''.split(','), 'aXbX'.rsplit('X', 1))
