# Integer division of time: augmented with every operator.
x = 7; x //= 2; x **= 3; x <<= 2; x %= 50; x |= 1; x ^= 3; x -= 1; x /= 2; print(x)
