# String building, char arithmetic, sets of chars.
print(''.join(chr((ord(c) - 97 + 3) % 26 + 97) for c in 'xyz'), sorted(set('hello')), 'hello'.count('l'), {c: 'hello'.index(c) for c in 'lo'})
