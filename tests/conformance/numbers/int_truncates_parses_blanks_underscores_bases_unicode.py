# Int() truncates, parses blanks, underscores, bases, Unicode digits.
print(int(-3.7), int('  12_000\n'), int('ff', 16), int('0b101', 0), int('٣٤'), int(True))
for s in ('', '1__0', '0x', '1.5'):
    try: int(s)
    except ValueError as e: print(e)
