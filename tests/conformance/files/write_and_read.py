# Writing text, reading it back in every way.
with open('data.txt', 'w') as f:
    print(f.write('first line\n'))
    f.write('second\n')
    f.writelines(['third\n', 'fourth, no newline'])
with open('data.txt') as f:
    print(repr(f.read()))
with open('data.txt') as f:
    print([line.rstrip('\n') for line in f])
with open('data.txt') as f:
    print(repr(f.readline()), repr(f.readline()), f.readlines(), repr(f.readline()), repr(f.read()))
with open('data.txt', 'a') as f:
    print('appended', 5, sep='=', file=f)
f = open('data.txt')
print(repr(f.read(5)), repr(f.read(3)), f.tell())
f.seek(0)
print(f.readline(), end='')
f.close()
print(f.closed, f.name, f.mode)
count = 0
for number, line in enumerate(open('data.txt'), 1):
    count += len(line.split())
    print(number, line.strip().upper())
print(count)
try:
    f.read()
except ValueError as e:
    print(e)
