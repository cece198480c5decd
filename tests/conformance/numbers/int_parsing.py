# int() of texts and bases, and what it refuses.
for text in ['0', '42', '-17', '+5', '  8  ', '1_000', '\t9\n', '00', '-0', '123456789012345678901234567890']:
    print(repr(text), int(text))
for text, base in [('1010', 2), ('777', 8), ('ff', 16), ('0xFF', 16), ('z', 36), ('0o17', 0), ('0b11', 0), ('-0x1f', 0)]:
    print(text, base, int(text, base))
for text in ['', ' ', 'abc', '1.0', '1e3', '- 5', '1__2', '_1', '1_', '0x', '٣x']:
    try:
        print(int(text))
    except ValueError as e:
        print(e)
for text, base in [('2', 2), ('9', 8), ('g', 16), ('012', 0)]:
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)
try:
    int('5', 99)
except ValueError as e:
    print(e)
print(int(3.99), int(-3.99), int(1e20), int(True), int())
