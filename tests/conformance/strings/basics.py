# Indexing, slicing, length, membership, repetition, comparison.
s = 'Hello, wörld 日本 😀'
print(len(s), s[0], s[-1], s[7], s[8:13], s[::-1], s[::3], s[-5:-2], s[50:], s[:0] == '')
print('w' in s, 'wö' in s, '' in s, 'xyz' not in s, s.index('ö'), s.find('?'), s.count('l'))
print('ab' * 3, 3 * '-', 'x' * 0, 'x' * -1, 'a' + 'b' 'c')
print('a' < 'b', 'a' < 'B', 'abc' < 'abd', 'abc' < 'abcd', '' < 'a', 'Z' < 'a', 'é' > 'z', '日' > 'é', '😀' > '日')
for i in (20, -20):
    try:
        s[i]
    except IndexError as e:
        print(e)
for c in 'añ😀':
    print(c, ord(c), len(c), c.encode(), chr(ord(c) + 1))
print([c for c in 'abc'], list('xyz'), sorted('banana'), ''.join(sorted(set('banana'))), tuple('ab'))
print(max('hello'), min('hello'), 'hello'.index('l', 3), 'hello'.rindex('l'), s.upper(), s.lower())
