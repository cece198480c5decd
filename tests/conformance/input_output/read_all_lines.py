# Filters: all of standard input, by lines, with statistics.
import sys
lines = words = chars = 0
longest = ''
counts = {}
for line in sys.stdin:
    lines += 1
    chars += len(line)
    line = line.rstrip('\n')
    if len(line) > len(longest):
        longest = line
    for word in line.lower().split():
        words += 1
        counts[word] = counts.get(word, 0) + 1
print(lines, words, chars)
print(repr(longest))
for word, count in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:4]:
    print(f'{word:<8}{count:>3}')
print(repr(sys.stdin.read()))
