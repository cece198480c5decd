# Formatting tables and reports.
rows = [('apple', 3, 0.5), ('banana', 12, 0.25), ('cherry', 100, 10)]
print(f"{'item':<10}|{'n':>5}|{'price':>8}|{'total':>9}")
print('-' * 10 + '+' + '-' * 5 + '+' + '-' * 8 + '+' + '-' * 9)
grand = 0
for name, n, price in rows:
    total = n * price
    grand += total
    print(f'{name:<10}|{n:>5}|{price:>8.2f}|{total:>9.2f}')
print(f"{'':<10}|{'':>5}|{'sum':>8}|{grand:>9.2f}")
widths = [max(len(str(row[i])) for row in rows) for i in range(3)]
for row in rows:
    print('  '.join(str(v).rjust(w) if isinstance(v, (int, float)) else v.ljust(w) for v, w in zip(row, widths)))
print('\n'.join('%-8s %4d %6.1f%%' % (name, n, 100 * n / sum(r[1] for r in rows)) for name, n, _ in rows))
for name, n, _ in sorted(rows, key=lambda r: -r[1]):
    print(f'{name[:3].upper():4}{"#" * (n // 5)}{"." if n % 5 else ""}')
paragraph = 'the quick brown fox jumps over the lazy dog and runs away from it all'
line = ''
for word in paragraph.split():
    if len(line) + len(word) + 1 > 24:
        print(line.center(24, '.'))
        line = word
    else:
        line = line + ' ' + word if line else word
print(line.center(24, '.'))
