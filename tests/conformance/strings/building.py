# Concatenation in loops, join, prepending, growing while reading.
s = ''
for i in range(20):
    s += chr(97 + i % 26)
    if i % 5 == 4:
        s += '-'
print(s, len(s))
t = ''
for c in s:
    t = c + t
print(t == s[::-1])
parts = []
for word in 'the quick brown fox'.split():
    parts.append(word.capitalize())
print(' '.join(parts), ''.join(parts), ', '.join(parts[:1]), '-'.join([]), '+'.join('abc'))
table = ''
for row in range(1, 4):
    for column in range(1, 4):
        table += str(row * column) + '\t'
    table += '\n'
print(table)
a = b = 'x'
a += 'y'
print(a, b)
grow = 'é'
for _ in range(3):
    grow += grow + '日'
print(grow, len(grow))
x = 'abc'
y = x
x += 'd'
x += 'e'
print(x, y, x is not y)
def shout(text, times=2):
    out = text
    while times > 0:
        out += '!'
        times -= 1
    return out.upper()
print(shout('hey'), shout('hey', 0), shout('ß'))
