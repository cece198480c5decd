# A list of mixed int, float and bool keeps each.
print([1, 2.0, True], sum([1, 2.0]), max([1, 1.0]), max([1.0, 1]), min(True, 0.5))
