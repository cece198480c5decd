"""Ints of 1, 200 and 20,000 digits: ints.py CASE DIGITS ROUNDS"""
import sys


def number(digits):
    return int(("73908241565" * digits)[:digits])


def add(a, b, rounds):
    total = 0
    for i in range(rounds):
        total += (a + b + i) & 255
    return total


def mul(a, b, rounds):
    total = 0
    for i in range(rounds):
        total += (a * (b + i)) & 255
    return total


def divide(a, b, rounds):
    total = 0
    for i in range(rounds):
        q, r = divmod(a, b + i)
        total += (q + r) & 255
    return total


def power(a, rounds):
    total = 0
    for i in range(rounds):
        total += (a + i % 3) ** 3 & 255
    return total


def to_text(a, rounds):
    total = 0
    for i in range(rounds):
        total += len(str(a + i % 3))
    return total


def from_text(text, rounds):
    total = 0
    for i in range(rounds):
        total += int(text) & 255
    return total


def main(case, digits, rounds):
    a = number(digits)
    b = number((digits + 1) // 2)
    if case == "add":
        return add(a, a - 1, rounds)
    if case == "mul":
        return mul(a, a - 1, rounds)
    if case == "divmod":
        return divide(a, b, rounds)
    if case == "pow":
        return power(a, rounds)
    if case == "to_text":
        return to_text(a, rounds)
    if case == "from_text":
        return from_text(str(a), rounds)
    return 0


sys.set_int_max_str_digits(0)
print(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
