"""Sets of int and str: sets.py CASE ROUNDS"""
import sys

SIZE = 20000


def ints(start):
    return [i * 7 for i in range(start, start + SIZE)]


def strs(start):
    return [f"item{i}" for i in range(start, start + SIZE)]


def add(items, rounds):
    total = 0
    for _ in range(rounds):
        found = set()
        for item in items:
            found.add(item)
        total += len(found)
    return total


def contains(items, questions, rounds):
    total = 0
    found = set(items)
    for _ in range(rounds):
        for item in questions:
            if item in found:
                total += 1
    return total


def union(a, b, rounds):
    total = 0
    for _ in range(rounds):
        total += len(a | b)
    return total


def intersection(a, b, rounds):
    total = 0
    for _ in range(rounds):
        total += len(a & b)
    return total


def difference(a, b, rounds):
    total = 0
    for _ in range(rounds):
        total += len(a - b)
    return total


def main(case, rounds):
    half = SIZE // 2
    if case == "add_int":
        return add(ints(0), rounds)
    if case == "add_str":
        return add(strs(0), rounds)
    if case == "contains_int":
        return contains(ints(0), ints(half), rounds)
    if case == "contains_str":
        return contains(strs(0), strs(half), rounds)
    if case == "union_int":
        return union(set(ints(0)), set(ints(half)), rounds)
    if case == "union_str":
        return union(set(strs(0)), set(strs(half)), rounds)
    if case == "intersection_int":
        return intersection(set(ints(0)), set(ints(half)), rounds)
    if case == "intersection_str":
        return intersection(set(strs(0)), set(strs(half)), rounds)
    if case == "difference_int":
        return difference(set(ints(0)), set(ints(half)), rounds)
    if case == "difference_str":
        return difference(set(strs(0)), set(strs(half)), rounds)
    return 0


print(main(sys.argv[1], int(sys.argv[2])))
