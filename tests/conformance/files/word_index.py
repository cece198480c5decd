# A small program over a file: an index of words, written as another file.
text = """to be or not to be
that is the question
to die to sleep
"""
with open('text.txt', 'w') as f:
    f.write(text)
index = {}
with open('text.txt') as f:
    for number, line in enumerate(f, start=1):
        for word in line.split():
            places = index.setdefault(word, [])
            if number not in places:
                places.append(number)
with open('index.txt', 'w') as out:
    for word in sorted(index):
        print(f"{word:<10}{', '.join(map(str, index[word]))}", file=out)
with open('index.txt') as f:
    for line in f:
        print(line, end='')
longest = ''
with open('text.txt') as f:
    for line in f:
        if len(line.strip()) > len(longest):
            longest = line.strip()
print(repr(longest))
lines = open('text.txt').read().splitlines()
print(len(lines), sum(len(l) for l in lines), [l.count('to') for l in lines])
