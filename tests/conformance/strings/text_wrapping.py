# Wrapping, justifying, indenting, tabulating, diffing lines of text.
TEXT = 'It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want of a wife.'


def wrap(text, width):
    lines, line = [], []
    for word in text.split():
        if line and len(' '.join(line + [word])) > width:
            lines.append(line)
            line = []
        line.append(word)
    if line:
        lines.append(line)
    return lines


def justify(words, width):
    if len(words) == 1:
        return words[0].ljust(width)
    gaps = len(words) - 1
    space = width - sum(len(w) for w in words)
    each, extra = divmod(space, gaps)
    out = ''
    for i, w in enumerate(words[:-1]):
        out += w + ' ' * (each + (1 if i < extra else 0))
    return out + words[-1]


for width in (20, 33):
    lines = wrap(TEXT, width)
    for line in lines[:-1]:
        print('|' + justify(line, width) + '|')
    print('|' + ' '.join(lines[-1]).ljust(width) + '|')
print('\n'.join('> ' + ' '.join(line) for line in wrap(TEXT, 50)))
old = 'a b c d e'.split()
new = 'a x c e f'.split()
removed = [w for w in old if w not in new]
added = [w for w in new if w not in old]
print(removed, added, [w for w in old if w in new])
print(TEXT.count('a'), TEXT[:10] + '…', TEXT.title()[:24], sum(1 for c in TEXT if c in ',.'), wrap('', 5), wrap('word', 2))
