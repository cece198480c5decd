# Generators that read from each other: lines, filters, windows, running totals.
def lines(text):
    for line in text.split('\n'):
        yield line


def stripped(source):
    for line in source:
        line = line.split('#')[0].strip()
        if line:
            yield line


def numbers(source):
    for line in source:
        try:
            yield float(line) if '.' in line else int(line)
        except ValueError:
            print('skipping', line)


def running(source):
    total = 0
    for n in source:
        total += n
        yield total


def window(source, size):
    buffer = []
    for x in source:
        buffer.append(x)
        if len(buffer) == size:
            yield tuple(buffer)
            buffer.pop(0)


text = '1\n2 # two\n\n# comment\nthree\n4.5\n10'
print(list(running(numbers(stripped(lines(text))))))
print(list(window(numbers(stripped(lines(text))), 2)))


def walk(tree, depth=0):
    for item in tree:
        if isinstance(item, list):
            yield from walk(item, depth + 1)
        else:
            yield item, depth


print(list(walk([1, [2, [3]], 4])), max(d for _, d in walk([[[5]]])))


def echo():
    received = []
    while True:
        value = yield len(received)
        if value is None:
            return received
        received.append(value)


e = echo()
print(next(e), e.send('a'), e.send('b'))
try:
    next(e)
except StopIteration as stop:
    print(stop.value)
