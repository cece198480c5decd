# text statistics and a markov chain, word wrap, justification
import random
import string
import textwrap
from collections import Counter, OrderedDict, deque
from itertools import islice, tee, chain, zip_longest
import math

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of
incredulity, it was the season of Light, it was the season of Darkness."""

def words(text):
    for raw in text.split():
        w = raw.strip(string.punctuation).lower()
        if w:
            yield w

def ngrams(seq, n):
    its = tee(seq, n)
    for i, it in enumerate(its):
        for _ in range(i):
            next(it, None)
    return zip(*its)

def entropy(counter):
    total = sum(counter.values())
    return -sum(c / total * math.log2(c / total) for c in counter.values())

class Markov:
    def __init__(self, order=1):
        self.order = order
        self.table = {}
    def train(self, tokens):
        window = deque(maxlen=self.order)
        for t in tokens:
            if len(window) == self.order:
                self.table.setdefault(tuple(window), []).append(t)
            window.append(t)
        return self
    def generate(self, n, seed=0):
        rng = random.Random(seed)
        state = rng.choice(sorted(self.table))
        out = list(state)
        while len(out) < n:
            options = self.table.get(tuple(out[-self.order:]))
            if not options:
                break
            out.append(rng.choice(options))
        return " ".join(out)

def justify(text, width):
    lines, line, length = [], [], 0
    for w in text.split():
        if length + len(w) + len(line) > width:
            for i in range(width - length):
                line[i % (len(line) - 1 or 1)] += " "
            lines.append("".join(line))
            line, length = [], 0
        line.append(w)
        length += len(w)
    lines.append(" ".join(line))
    return lines

counts = Counter(words(TEXT))
print(counts.most_common(5))
print(Counter(ngrams(list(words(TEXT)), 2)).most_common(3))
print(f"{entropy(counts):.4f} bits, {len(counts)} words, longest {max(counts, key=lambda w: (len(w), w))!r}")
print(Markov(1).train(words(TEXT)).generate(12, seed=3))
print(Markov(2).train(words(TEXT)).generate(10, seed=5))
for line in justify(TEXT, 40):
    print("|" + line + "|")
print(textwrap.fill(TEXT, 50, initial_indent="* ", subsequent_indent="  "))
hist = OrderedDict()
for w in sorted(counts, key=len):
    hist.setdefault(len(w), []).append(w)
for k, v in hist.items():
    print(f"{k:>3} {'#' * len(v):<12} {', '.join(sorted(v)[:3])}")
table = str.maketrans({"a": "4", "e": "3", "o": "0", "s": None})
print(TEXT[:40].translate(table), TEXT.title()[:30], TEXT.swapcase()[:12])
def caesar(s, k):
    def shift(c):
        base = ord("A" if c.isupper() else "a")
        return chr((ord(c) - base + k) % 26 + base)
    return "".join(shift(c) if c.isalpha() else c for c in s)
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
rows = [("name", "qty", "price"), ("apple", 3, 1.5), ("watermelon", 12, 0.25)]
widths = [max(len(str(r[i])) for r in rows) for i in range(3)]
for r in rows:
    print(" | ".join(str(c).ljust(w) if isinstance(c, str) else str(c).rjust(w) for c, w in zip(r, widths)))
print(list(zip_longest("abc", "x", fillvalue="-")), list(chain.from_iterable([[1], [2, 3], []])), list(islice(words(TEXT), 2, 8, 2)))
