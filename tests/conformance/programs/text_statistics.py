# Statistics of a text: lines, words, sentences, letters, longest words, a histogram of word lengths.
TEXT = """The quick brown fox jumps over the lazy dog. The dog sleeps!
Does the fox care? Not at all; the fox is quick and brown.

Programmers count things: lines, words, letters and other things.
"""


def clean(word):
    return "".join(c for c in word if c.isalpha())


def words_of(text):
    result = []
    for part in text.split():
        word = clean(part).lower()
        if word:
            result.append(word)
    return result


def count_sentences(text):
    count = 0
    previous = ""
    for c in text:
        if c in ".!?" and previous not in ".!?":
            count += 1
        previous = c
    return count


def letter_counts(text):
    counts = {}
    for c in text.lower():
        if c.isalpha():
            counts[c] = counts.get(c, 0) + 1
    return counts


def median(values):
    ordered = sorted(values)
    n = len(ordered)
    if n == 0:
        return None
    if n % 2:
        return ordered[n // 2]
    return (ordered[n // 2 - 1] + ordered[n // 2]) / 2


def histogram(values):
    buckets = {}
    for value in values:
        buckets.setdefault(value, 0)
        buckets[value] += 1
    for key in sorted(buckets):
        print(f"{key:>3} | {'#' * buckets[key]} {buckets[key]}")


def main():
    lines = TEXT.splitlines()
    words = words_of(TEXT)
    lengths = [len(w) for w in words]
    print("lines:", len(lines), "non-empty:", len([l for l in lines if l.strip()]))
    print("words:", len(words), "different:", len(set(words)))
    print("sentences:", count_sentences(TEXT))
    print(f"mean length: {sum(lengths) / len(lengths):.3f}, median: {median(lengths)}")
    print("median of nothing:", median([]), "of one:", median([4]), "of two:", median([1, 4]))
    longest = max(lengths)
    print("longest:", sorted({w for w in words if len(w) == longest}))
    histogram(lengths)
    letters = letter_counts(TEXT)
    ranking = sorted(letters.items(), key=lambda kv: (-kv[1], kv[0]))
    print(" ".join(f"{letter}={count}" for letter, count in ranking[:8]))
    missing = [chr(c) for c in range(ord("a"), ord("z") + 1) if chr(c) not in letters]
    print("missing:", missing)
    pairs = {}
    for left, right in zip(words, words[1:]):
        pairs[left, right] = pairs.get((left, right), 0) + 1
    for pair, count in pairs.items():
        if count > 1:
            print(pair, count)


main()
