"""Counts the words of a file read several times, prints the most frequent: wordcount.py FILE ROUNDS"""
import sys


def count_words(path, counts):
    with open(path) as file:
        for line in file:
            for word in line.lower().split():
                if word in counts:
                    counts[word] += 1
                else:
                    counts[word] = 1


counts = {}
for _ in range(int(sys.argv[2])):
    count_words(sys.argv[1], counts)
ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
for word, count in ranking[:5]:
    print(word, count)
print(len(counts), sum(counts.values()))
