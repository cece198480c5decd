# Bool is int, prints as bool, sums as int.
print(True + True, sum([True, False]), [True, 1, 1.0].count(1), isinstance(True, int), str(True), f'{True:d}', True == 1)
