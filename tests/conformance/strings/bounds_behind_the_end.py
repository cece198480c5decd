import sys
print('aaa'.count('a',0,1), 'aaa'.count('a',-1), 'aaa'.count('',10), ''.count(''), ''.count('', 1, 1), ''.count('', sys.maxsize, 0), 'aaa'.count('', 3), 'aaa'.count('', -1))
print(b'aaa'.count(b'a',0,1), b'aaa'.count(b'',10), b''.count(b'', 1, 1), b''.count(b'', sys.maxsize, 0),  b'aaa'.count(b'', 3))
print('aaa'.find('', 3), 'aaa'.find('', 4), 'aaa'.find('',10), ''.find('', 1,1), ''.find('', sys.maxsize, 0), 'aaa'.rfind('', 4), ''.rfind('',0), ''.find(''))
def t(a):
  for i in a:
    for j in (0, 1, -1, 3, 10, None):
        print(i, j, 'abca'.find('b', i, j), 'abca'.find('', i, j), 'abca'.count('a', i, j), 'abca'.rfind('a', i, j), 'abca'.count('', i, j))
t([0, 1, 2, -1, -10, 10, None, 2**70, -2**70, sys.maxsize])
