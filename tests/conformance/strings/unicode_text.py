# Text beyond ASCII: lengths, slices, case, sorting, building, comparing.
samples = ['naïve', 'Straße', '日本語テキスト', 'Привет', '😀😃', 'e\u0301', 'ﬀ', 'İstanbul', 'a\u200bb', 'مرحبا']
for s in samples:
    print(s, len(s), s.upper(), s[::-1], s[0], ascii(s), len(s.encode()), s.isalpha())
print('ß' in 'Straße', 'Straße'.find('ß'), 'Straße'.replace('ß', 'ss'), 'Straße'.casefold() == 'strasse', sorted('zäaöoß'))
mixed = 'a' + 'é' + '日' + '😀'
print(mixed, [ord(c) for c in mixed], mixed[1:3], mixed[-1], mixed * 2, '日' in mixed, mixed.index('😀'))
narrow = mixed[:1] + mixed[:1]
print(narrow, narrow == 'aa', {narrow: 1}['aa'], ('é' + 'x')[1:] == 'x', hash(mixed[0]) == hash('a'))
table = {c: mixed.count(c) for c in mixed + 'ab'}
print(table, 'x'.join(mixed), mixed.split('日'), mixed.partition('é'), f'{mixed:>8}|{mixed:*^10}', '%6s' % 'é')
for c in '1²½٣Ⅷ一':
    print(c, c.isdigit(), c.isdecimal(), c.isnumeric(), end='; ')
print()
print('\u00e9' == 'é', 'e\u0301' == 'é', 'ñ' < 'o', max('añz'), 'É'.lower(), 'ΑΣ'.lower(), 'ǆ'.title())
