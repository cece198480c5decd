"""Reading lines and printing: streams.py CASE ROUNDS"""
import sys

TEXT = "/usr/share/common-licenses/GPL-3"


def read_lines(rounds):
    total = 0
    for _ in range(rounds):
        with open(TEXT) as file:
            for line in file:
                total += len(line)
    return total


def print_numbers(count):
    for i in range(count):
        print(i)


def print_several(count):
    name = "krait"
    for i in range(count):
        print(name, i, "of", count)


def main(case, rounds):
    if case == "read_lines":
        print(read_lines(rounds))
    elif case == "print":
        print_numbers(rounds)
    elif case == "print_several":
        print_several(rounds)


main(sys.argv[1], int(sys.argv[2]))
