# split in all forms, splitlines, strip, join as their inverse.
print('a b  c'.split(), 'a b  c'.split(' '), ''.split(), ''.split(','), ' a '.split(), ',a,,b,'.split(','))
print('a,b,c,d'.split(',', 2), 'a,b,c,d'.rsplit(',', 2), 'a b c'.split(None, 1), 'a b c'.rsplit(None, 1), 'a b'.split('x'))
print('one::two::three'.split('::'), 'k=v=w'.split('=', 1), 'a\tb\nc\u3000d'.split())
print('l1\nl2\r\nl3\rl4\n'.splitlines(), 'a\n\nb'.splitlines(), 'a\nb'.splitlines(True), ''.splitlines(), '\n'.splitlines())
print(repr('  x y  '.strip()), repr('  x  '.lstrip()), repr('  x  '.rstrip()), 'xxhixx'.strip('x'), 'abcba'.strip('ab'), '\n\t a\r\n'.strip())
print('www.example.com'.lstrip('w.'), 'file.txt'.rstrip('.txt'), ''.strip(), '   '.strip() == '', 'x'.strip('x') == '')
line = 'name = value = more  # comment'
key, _, rest = line.partition('=')
print([key.strip(), rest.split('#')[0].strip()])
csv = '1,2;3,4;5,6'
print([[int(x) for x in part.split(',')] for part in csv.split(';')])
text = 'alpha beta gamma'
print(' '.join(text.split()) == text, '-'.join(w[::-1] for w in text.split()), [len(w) for w in text.split()])
