"""Strings: strs.py CASE ROUNDS"""
import sys

LINE = "The quick brown fox jumps over the lazy dog; the five boxing wizards jump quickly."


def concat(rounds):
    total = 0
    for _ in range(rounds):
        text = ""
        for i in range(1000):
            text += "ab"
        total += len(text)
        for i in range(1000):
            total += len(LINE + text[i])
    return total


def join(words, rounds):
    total = 0
    for _ in range(rounds):
        total += len(", ".join(words))
    return total


def split(text, rounds):
    total = 0
    for _ in range(rounds):
        total += len(text.split())
        total += len(text.split(" "))
    return total


def find(text, rounds):
    total = 0
    for _ in range(rounds):
        total += text.find("zebra")
        total += text.find("quickly.T")
        if "lazy cat" in text:
            total += 1
    return total


def replace(text, rounds):
    total = 0
    for _ in range(rounds):
        total += len(text.replace("the", "some"))
        total += len(text.replace("o", "0"))
    return total


def index(text, rounds):
    total = 0
    for _ in range(rounds):
        for i in range(len(text)):
            if text[i] == "o":
                total += 1
    return total


def iterate(text, rounds):
    total = 0
    for _ in range(rounds):
        for char in text:
            if char == "o":
                total += 1
    return total


def formatted(rounds):
    total = 0
    name = "krait"
    for i in range(rounds):
        total += len(f"{name} {i} of {rounds}: {i * 0.25:.2f} {name:>10}|{i:06d}")
    return total


def plain_format(rounds):
    total = 0
    name = "krait"
    for i in range(rounds):
        total += len(f"{name} {i} of {rounds}, {name}")
    return total


def main(case, rounds):
    text = LINE * 100
    if case == "concat":
        return concat(rounds)
    if case == "join":
        return join(text.split(), rounds)
    if case == "split":
        return split(text, rounds)
    if case == "find":
        return find(text, rounds)
    if case == "replace":
        return replace(text, rounds)
    if case == "index":
        return index(text, rounds)
    if case == "iterate":
        return iterate(text, rounds)
    if case == "fstring":
        return plain_format(rounds)
    if case == "fstring_spec":
        return formatted(rounds)
    return 0


print(main(sys.argv[1], int(sys.argv[2])))
