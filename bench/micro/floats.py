"""Floats to text and back: floats.py CASE ROUNDS"""
import sys


def numbers():
    return [i * 0.37 + 1.0 / (i + 3) for i in range(1000)]


def to_text(values, rounds):
    total = 0
    for _ in range(rounds):
        for x in values:
            total += len(repr(x))
    return total


def from_text(texts, rounds):
    total = 0.0
    for _ in range(rounds):
        for text in texts:
            total += float(text)
    return total


def main(case, rounds):
    if case == "repr":
        print(to_text(numbers(), rounds))
    elif case == "parse":
        print(from_text([repr(x) for x in numbers()], rounds))


main(sys.argv[1], int(sys.argv[2]))
