# Roman numerals both ways, with validation.
VALUES = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def to_roman(n):
    if not isinstance(n, int) or isinstance(n, bool):
        raise ValueError(f"not an int: {n!r}")
    if not 0 < n < 4000:
        raise ValueError(f"out of range: {n}")
    result = ""
    for value, letters in VALUES:
        count, n = divmod(n, value)
        result += letters * count
    return result


def from_roman(text):
    digits = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    total = 0
    previous = 0
    for c in reversed(text.upper()):
        if c not in digits:
            raise ValueError(f"invalid letter {c!r} in {text!r}")
        value = digits[c]
        if value < previous:
            total -= value
        else:
            total += value
            previous = value
    if total == 0 or to_roman(total) != text.upper():
        raise ValueError(f"malformed numeral {text!r}")
    return total


def try_both(values):
    for value in values:
        try:
            if isinstance(value, str):
                print(f"{value:>10} -> {from_roman(value)}")
            else:
                print(f"{value!s:>10} -> {to_roman(value)}")
        except ValueError as e:
            print(f"{value!s:>10} :: {e}")


try_both([1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999, 0, -5, 4000, True, 2.5])
try_both(["I", "iv", "MCMXCIV", "MMXXIV", "", "IIII", "VX", "ABC", "MMMCMXCIX", "IC"])
assert all(from_roman(to_roman(n)) == n for n in range(1, 4000))
longest = max(range(1, 4000), key=lambda n: len(to_roman(n)))
print(longest, to_roman(longest))
lengths = {}
for n in range(1, 101):
    lengths.setdefault(len(to_roman(n)), []).append(n)
for length, numbers in sorted(lengths.items()):
    print(length, len(numbers), numbers[:6])
print(sum(len(to_roman(n)) for n in range(1, 1000)))
print(to_roman(from_roman("XLII") + from_roman("LVIII")))
