# Sorting strings: order of code points, keys, stability, None-like values.
words = ['banana', 'Apple', 'cherry', 'apple', 'Éclair', 'zebra', '', 'éclair', '10', '9', 'ábaco']
print(sorted(words))
print(sorted(words, key=str.lower))
print(sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted(words, key=lambda w: (len(w), w.lower())))
print(min(words), max(words), min(words, key=len), max(words, key=len))
numbers = ['10', '9', '100', '1']
print(sorted(numbers), sorted(numbers, key=int))
names = [('Smith', 'Bob'), ('Jones', 'Al'), ('Smith', 'Al')]
for last, first in sorted(names):
    print(f'{last}, {first}')
print(['b', 'a'] < ['b', 'b'], 'abc' == 'ab' + 'c', 'abc' != 'abd', 'a' <= 'a' < 'b')
natural = ['file10', 'file2', 'file1']


def natural_key(name):
    digits = ''.join(c for c in name if c.isdigit())
    return name.rstrip('0123456789'), int(digits or 0)


print(sorted(natural, key=natural_key))
