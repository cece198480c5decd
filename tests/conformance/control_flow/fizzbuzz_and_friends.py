# Small exercises: fizzbuzz, times table, pyramid, digits, guessing, dates.
for i in range(1, 16):
    print('FizzBuzz' if i % 15 == 0 else 'Fizz' if i % 3 == 0 else 'Buzz' if i % 5 == 0 else i, end=' ')
print()
for row in range(1, 5):
    print(' '.join(f'{row * col:3}' for col in range(1, 8)))
for n in range(1, 5):
    print(' ' * (4 - n) + '*' * (2 * n - 1))


def digits(n):
    out = []
    while n > 0:
        out.append(n % 10)
        n //= 10
    return out[::-1] or [0]


print(digits(0), digits(90210), [n for n in range(100, 1000) if sum(d ** 3 for d in digits(n)) == n])


def guess(secret):
    low, high, tries = 1, 100, 0
    while True:
        middle = (low + high) // 2
        tries += 1
        if middle == secret:
            return tries
        if middle < secret:
            low = middle + 1
        else:
            high = middle - 1


print([guess(s) for s in (1, 50, 77, 100)], max(guess(s) for s in range(1, 101)))


def day_of_year(year, month, day):
    lengths = [31, 29 if year % 4 == 0 and year % 100 or year % 400 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return sum(lengths[:month - 1]) + day


print(day_of_year(2023, 3, 1), day_of_year(2024, 3, 1), day_of_year(1900, 12, 31))
celsius = [-40, 0, 36.6, 100]
for c in celsius:
    print(f'{c:>6} {c * 9 / 5 + 32:>7.1f}')
change = 287
for coin in (100, 50, 20, 10, 5, 2, 1):
    count, change = divmod(change, coin)
    if count:
        print(f'{count}x{coin}', end=' ')
print()
