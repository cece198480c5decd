# Wrapping, justifying and columns of text.
TEXT = ("The quick brown fox jumps over the lazy dog. Pack my box with five dozen liquor jugs! "
        "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. "
        "Portez ce vieux whisky au juge blond qui fume. Supercalifragilisticexpialidocious.")


def wrap(text, width):
    lines, line = [], ""
    for word in text.split():
        while len(word) > width:
            room = width - len(line) - (1 if line else 0)
            if room <= 1:
                lines.append(line)
                line = ""
                room = width
            line = (line + " " if line else "") + word[:room - 1] + "-"
            word = word[room - 1:]
            lines.append(line)
            line = ""
        if not line:
            line = word
        elif len(line) + 1 + len(word) <= width:
            line += " " + word
        else:
            lines.append(line)
            line = word
    if line:
        lines.append(line)
    return lines


def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line.ljust(width)
    spaces = width - sum(map(len, words))
    gap, extra = divmod(spaces, len(words) - 1)
    result = words[0]
    for i, word in enumerate(words[1:]):
        result += " " * (gap + (1 if i < extra else 0)) + word
    return result


def columns(text, count, width, separator=" | "):
    lines = wrap(text, width)
    height = -(-len(lines) // count)
    parts = [lines[i * height:(i + 1) * height] for i in range(count)]
    for row in range(height):
        yield separator.join((part[row] if row < len(part) else "").ljust(width) for part in parts).rstrip()


def box(lines, title=""):
    width = max(map(len, lines))
    top = f"┌─{title:─<{width}}─┐"
    return [top, *(f"│ {line:<{width}} │" for line in lines), "└" + "─" * (width + 2) + "┘"]


for width in (20, 34):
    print("=" * width)
    for line in wrap(TEXT, width):
        print(line)
print()
lines = wrap(TEXT, 30)
for number, line in enumerate(lines, 1):
    last = number == len(lines)
    print(f"{number:2} |{line if last else justify(line, 30)}|")
print()
for line in columns(TEXT, 2, 26):
    print(line)
print(*box(wrap(TEXT[:60], 16), " note "), sep="\n")
print(*(line.center(24, "·") for line in wrap("a few centred words here", 12)), sep="\n")
counts = {}
for ch in TEXT.casefold():
    if ch.isalpha():
        counts[ch] = counts.get(ch, 0) + 1
top = sorted(counts, key=lambda ch: (-counts[ch], ch))[:6]
for ch in top:
    print(f"{ch} {counts[ch]:3d} {'▇' * (counts[ch] // 2)}")
