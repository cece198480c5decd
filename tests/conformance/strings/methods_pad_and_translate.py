# center, ljust, rjust, zfill, expandtabs, translate.
for w in ('a', 'abc', '日本', ''):
    print(f"[{w.center(7)}] [{w.ljust(5, '.')}] [{w.rjust(5, '*')}] [{w.zfill(4)}] [{w.center(4, '-')}] [{w.center(2)}]")
print('-42'.zfill(6), '+7'.zfill(4), 'a\tbc\tdef'.expandtabs(), 'a\tbc'.expandtabs(4), '\t'.expandtabs(2) + '|', 'ab\n\tc'.expandtabs(4))
table = str.maketrans('abc', 'xyz')
print('aabbcc dd'.translate(table), 'hello'.translate({104: 'J', 108: None, 111: 'y!'}))
print('remove vowels'.translate(str.maketrans('', '', 'aeiou')), 'héllo'.translate(str.maketrans({'é': 'e', 'l': 'LL'})))
print('%s' % 'x'.center(3) + '|', 'ab'.center(5, 'x'), 'abc'.center(6, 'x'))
box = ['one', 'three', 'eleven']
width = max(map(len, box))
print('+' + '-' * (width + 2) + '+')
for b in box:
    print('| ' + b.ljust(width) + ' |')
print('+' + '-' * (width + 2) + '+')
