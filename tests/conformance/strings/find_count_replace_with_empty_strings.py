# Find, count, replace with empty strings.
print('abc'.find(''), 'abc'.count(''), 'abc'.replace('', '-'), 'aaa'.count('aa'), 'abc'.rfind('', 0, 2), 'a.b'.partition('.'), ''.join([]))
