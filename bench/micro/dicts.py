"""Dicts with int, str and tuple keys: dicts.py CASE ROUNDS"""
import sys

SIZE = 20000


def int_keys(start):
    return [i * 7 for i in range(start, start + SIZE)]


def str_keys(start):
    return [f"key{i}" for i in range(start, start + SIZE)]


def tuple_keys(start):
    return [(i, i % 13) for i in range(start, start + SIZE)]


def filled(keys):
    table = {}
    for i, key in enumerate(keys):
        table[key] = i
    return table


def insert(keys, rounds):
    total = 0
    for _ in range(rounds):
        table = {}
        for key in keys:
            table[key] = 1
        total += len(table)
    return total


def hit(table, keys, rounds):
    total = 0
    for _ in range(rounds):
        for key in keys:
            total += table[key]
    return total


def miss(table, keys, rounds):
    total = 0
    for _ in range(rounds):
        for key in keys:
            if key in table:
                total += 1
    return total


def iterate(table, rounds):
    total = 0
    for _ in range(rounds):
        for key, value in table.items():
            total += value
    return total


def main(case, rounds):
    if case == "insert_int":
        return insert(int_keys(0), rounds)
    if case == "insert_str":
        return insert(str_keys(0), rounds)
    if case == "insert_tuple":
        return insert(tuple_keys(0), rounds)
    if case == "hit_int":
        return hit(filled(int_keys(0)), int_keys(0), rounds)
    if case == "hit_str":
        return hit(filled(str_keys(0)), str_keys(0), rounds)
    if case == "hit_tuple":
        return hit(filled(tuple_keys(0)), tuple_keys(0), rounds)
    if case == "miss_int":
        return miss(filled(int_keys(0)), int_keys(SIZE), rounds)
    if case == "miss_str":
        return miss(filled(str_keys(0)), str_keys(SIZE), rounds)
    if case == "miss_tuple":
        return miss(filled(tuple_keys(0)), tuple_keys(SIZE), rounds)
    if case == "iterate_int":
        return iterate(filled(int_keys(0)), rounds)
    if case == "iterate_str":
        return iterate(filled(str_keys(0)), rounds)
    if case == "iterate_tuple":
        return iterate(filled(tuple_keys(0)), rounds)
    return 0


print(main(sys.argv[1], int(sys.argv[2])))
