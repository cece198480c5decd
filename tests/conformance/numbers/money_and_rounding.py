# Interest, tax, splitting bills: floats beside integers of cents.
def cents(text):
    whole, _, part = text.partition('.')
    sign = -1 if whole.startswith('-') else 1
    return sign * (abs(int(whole or '0')) * 100 + int((part + '00')[:2]))


def show(amount):
    sign = '-' if amount < 0 else ''
    return f'{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}'


for t in ('12.50', '0.05', '-3.1', '7', '1000000.99'):
    print(t, cents(t), show(cents(t)))
bill = cents('100.00')
for people in (3, 7, 6):
    share, rest = divmod(bill, people)
    shares = [share + (1 if i < rest else 0) for i in range(people)]
    print(people, [show(s) for s in shares], sum(shares) == bill)
balance = 1000
for year in range(1, 6):
    balance *= 1.035
    print(year, round(balance, 2), f'{balance:.2f}', int(balance))
print([round(x, 1) for x in (0.25, 0.35, 0.45, 2.5, -0.25)], [round(x) for x in (0.5, 1.5, 2.5, -1.5)])
print(0.1 + 0.2 == 0.3, round(0.1 + 0.2, 10) == 0.3, sum([0.1] * 3), 1.1 + 2.2, 3 * 1.1)
prices = [('tea', 2.5), ('cake', 4), ('juice', 3.25)]
total = sum(p for _, p in prices)
print(total, total * 0.19, round(total * 1.19, 2), f'{total * 1.19:>10.3f}', max(prices, key=lambda p: p[1]))
