"""Lists: lists.py CASE ROUNDS"""
import sys

SIZE = 100000


def shuffled():
    items = []
    x = 12345
    for _ in range(SIZE):
        x = (x * 1103515245 + 12345) % 2147483648
        items.append(x)
    return items


def append(rounds):
    total = 0
    for _ in range(rounds):
        items = []
        for i in range(SIZE):
            items.append(i)
        total += len(items)
    return total


def index(items, rounds):
    total = 0
    for _ in range(rounds):
        for i in range(len(items)):
            total += items[i]
    return total


def slices(items, rounds):
    total = 0
    for _ in range(rounds):
        for i in range(0, SIZE - 100, 50):
            total += len(items[i:i + 100])
    return total


def sort(items, rounds):
    middle = ""
    for _ in range(rounds):
        middle = str(sorted(items)[SIZE // 2])
    return middle


def sort_key(items, rounds):
    total = 0
    for _ in range(rounds):
        ordered = list(items)
        ordered.sort(key=lambda x: x % 1000)
        total += ordered[SIZE // 2]
    return total


def main(case, rounds):
    if case == "append":
        print(append(rounds))
    elif case == "index":
        print(index(shuffled(), rounds))
    elif case == "slice":
        print(slices(shuffled(), rounds))
    elif case == "sort_int":
        print(sort(shuffled(), rounds))
    elif case == "sort_str":
        print(sort([str(x) for x in shuffled()], rounds))
    elif case == "sort_key":
        print(sort_key(shuffled(), rounds))


main(sys.argv[1], int(sys.argv[2]))
