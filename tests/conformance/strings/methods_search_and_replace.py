# find, count, replace, startswith, partition, removeprefix.
s = 'the cat sat on the mat with the hat'
print(s.find('the'), s.find('the', 1), s.find('the', 1, 10), s.rfind('the'), s.count('the'), s.count('at'), s.find(''))
print(s.replace('the', 'a'), s.replace('the', 'a', 1), s.replace('x', 'y'), s.replace('', '.')[:9], s.replace('at', ''))
print(s.startswith('the'), s.startswith('cat', 4), s.endswith('hat'), s.endswith(('mat', 'hat')), s.startswith(()), s.startswith(''))
print(s.partition(' sat '), s.partition('xyz'), s.rpartition(' the '), s.rpartition('xyz'))
print(s.removeprefix('the '), s.removesuffix(' hat'), s.removeprefix('zzz') == s)
print(s.index('cat'), s.rindex('at'))
for f in (lambda: s.index('dog'), lambda: s.rindex('dog'), lambda: s.split(''), lambda: s.partition('')):
    try:
        f()
    except ValueError as e:
        print(e)
u = 'añb日añb😀'
print(u.find('日'), u.find('ñb', 2), u.replace('ñ', 'n'), u.replace('日', ''), u.count('añb'), u.rfind('a'))
print('aaaa'.replace('aa', 'b'), 'aaaa'.count('aa'), 'abcabc'.replace('c', 'cc'), 'x'.replace('x', 'x' * 5))
