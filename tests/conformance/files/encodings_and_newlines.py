# Encodings, newline translation, binary files.
text = 'añ日😀\nsecond\n'
with open('u.txt', 'w', encoding='utf-8') as f:
    f.write(text)
with open('u.txt', 'rb') as f:
    data = f.read()
print(data, len(data), data.decode() == text)
print(open('u.txt', encoding='utf-8').read() == text)
with open('l.txt', 'w', encoding='latin-1') as f:
    f.write('é')
print(open('l.txt', 'rb').read(), open('l.txt', encoding='latin-1').read())
try:
    open('l.txt', encoding='utf-8').read()
except UnicodeDecodeError as e:
    print(e)
print(repr(open('l.txt', encoding='utf-8', errors='replace').read()))
with open('n.txt', 'wb') as f:
    print(f.write(b'a\r\nb\rc\nd'))
print(repr(open('n.txt').read()), open('n.txt').readlines())
print(repr(open('n.txt', newline='').read()), [line for line in open('n.txt', 'rb')])
with open('w.txt', 'w', newline='\r\n') as f:
    f.write('x\ny\n')
print(open('w.txt', 'rb').read())
