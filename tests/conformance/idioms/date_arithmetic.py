# Dates by hand: weekdays, leap years, differences, calendars.
NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']


def is_leap(y):
    return y % 4 == 0 and y % 100 != 0 or y % 400 == 0


def month_days(y, m):
    return 29 if m == 2 and is_leap(y) else [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]


def to_days(y, m, d):
    days = 365 * (y - 1) + (y - 1) // 4 - (y - 1) // 100 + (y - 1) // 400
    return days + sum(month_days(y, i) for i in range(1, m)) + d


def from_days(n):
    y = max(1, n * 400 // 146097)
    while to_days(y + 1, 1, 1) <= n:
        y += 1
    while to_days(y, 1, 1) > n:
        y -= 1
    m = 1
    rest = n - to_days(y, 1, 1) + 1
    while rest > month_days(y, m):
        rest -= month_days(y, m)
        m += 1
    return y, m, rest


def weekday(y, m, d):
    return NAMES[(to_days(y, m, d) - 1) % 7]


def calendar(y, m):
    print(f'{y}-{m:02}'.center(20).rstrip())
    print(' '.join(n[:2] for n in NAMES))
    line = '   ' * NAMES.index(weekday(y, m, 1))
    for d in range(1, month_days(y, m) + 1):
        line += f'{d:2}'
        if weekday(y, m, d) == 'Sun':
            print(line)
            line = ''
        else:
            line += ' '
    if line:
        print(line.rstrip())


print(weekday(2024, 2, 29), weekday(1970, 1, 1), weekday(2000, 1, 1), to_days(2000, 1, 1), to_days(2024, 3, 1) - to_days(2023, 3, 1))
print(all(from_days(to_days(y, m, d)) == (y, m, d) for y in (1, 1900, 2000, 2023) for m in (1, 2, 12) for d in (1, 28)))
calendar(2024, 2)


def parse(text):
    try:
        y, m, d = map(int, text.split('-'))
    except ValueError:
        return f'malformed: {text}'
    if not 1 <= m <= 12 or not 1 <= d <= month_days(y, m):
        return f'impossible: {text}'
    return f'{weekday(y, m, d)} {d}.{m}.{y}'


for t in ('2024-02-29', '2023-02-29', '2024-13-01', 'today', '1-2'):
    print(parse(t))
