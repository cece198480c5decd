# Floor division and modulo for all signs, small and big.
values = [7, -7, 2, -2, 1, -1, 10 ** 20, -10 ** 20, 2 ** 63, -2 ** 63]
for a in values:
    for b in values:
        q, r = a // b, a % b
        assert q * b + r == a
        assert divmod(a, b) == (q, r)
        print(a, b, q, r)
for a, b in [(0, 5), (0, -5), (6, 3), (-6, 3), (6, -3)]:
    print(a // b, a % b, divmod(a, b))
