"""Counts the words of a text file: wordfreq.py FILE [HOW_MANY]"""
import sys


def count_words(path):
    """Returns how often each word occurs in the file, in lower case and without punctuation."""
    counts = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            for word in line.split():
                word = word.strip(".,;:!?\"'()[]{}<>*-_`/").lower()
                if word:
                    counts[word] = counts.get(word, 0) + 1
    return counts


def print_table(counts, how_many):
    total = sum(counts.values())
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    print(f"{total} words, {len(counts)} of them different")
    print(f"{'word':<15} {'count':>6} {'share':>7}")
    for word, count in ranking[:how_many]:
        print(f"{word:<15} {count:>6} {count / total:>7.2%}")


def main():
    if len(sys.argv) not in (2, 3):
        print("usage: wordfreq.py FILE [HOW_MANY]", file=sys.stderr)
        return 2
    try:
        counts = count_words(sys.argv[1])
    except OSError as error:
        print(f"wordfreq: cannot read {sys.argv[1]}: {error.strerror}", file=sys.stderr)
        return 1
    if not counts:
        print("no words")
        return 0
    how_many = int(sys.argv[2]) if len(sys.argv) == 3 else 10
    print_table(counts, how_many)
    return 0


if __name__ == "__main__":
    sys.exit(main())
