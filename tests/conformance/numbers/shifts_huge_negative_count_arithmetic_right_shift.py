# Shifts: huge, negative count, arithmetic right shift.
print(1 << 100, -1 >> 1, -5 >> 1, 5 >> 200, ~5, -5 & 3, -5 | 3, -5 ^ 3)
try: 1 << -1
except ValueError as e: print(e)
