# Comparisons across int, bool, float, big ints, chained and in sorting.
values = [3, -1, True, False, 2.5, 10 ** 20, -10 ** 20, 1e19, 2 ** 53, 2.0 ** 53, 0.0, 10 ** 400]
print(sorted(values))
print(sorted(values, reverse=True)[:4])
for a in (1, 2 ** 53 + 1, 10 ** 400):
    for b in (1.0, 2.0 ** 53, 1e308, float('inf'), float('-inf')):
        print(a, b, a < b, a <= b, a == b, a != b, a > b, a >= b) if a < 10 ** 300 else print('big', b, a < b, a == b, a > b)
x = 5
print(1 < x < 10, 1 < x < 3, 10 > x > 1 < 7, x == 5 == 5.0, not x < 5, 1 == True != 2)
print(max(values), min(values), values.index(1), 1.0 in values, 2 ** 53 in [2.0 ** 53])
nan = float('nan')
print(nan < 1, nan > 1, nan == nan, nan != nan, 1 < nan < 3, not nan < 1)
