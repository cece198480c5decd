# Numbers in words, ordinals, pluralisation.
ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split()
TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split()


def words(n):
    if n < 0:
        return 'minus ' + words(-n)
    if n < 20:
        return ONES[n]
    if n < 100:
        tens, ones = divmod(n, 10)
        return TENS[tens] + ('-' + ONES[ones] if ones else '')
    for value, name in ((10 ** 12, 'trillion'), (10 ** 9, 'billion'), (10 ** 6, 'million'), (1000, 'thousand'), (100, 'hundred')):
        if n >= value:
            high, low = divmod(n, value)
            return words(high) + ' ' + name + (' ' + words(low) if low else '')


def ordinal(n):
    if 10 <= n % 100 <= 20:
        return f'{n}th'
    return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th') }"


def plural(n, noun):
    if n == 1:
        return f'1 {noun}'
    if noun.endswith('y') and noun[-2] not in 'aeiou':
        return f'{n} {noun[:-1]}ies'
    return f"{n} {noun}{'es' if noun.endswith(('s', 'x', 'ch')) else 's'}"


for n in (0, 7, 13, 21, 40, 100, 115, 999, 1000, 12345, 1000001, -8, 10 ** 13 + 1):
    print(n, words(n))
print([ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)])
print([plural(n, noun) for n, noun in ((1, 'cat'), (2, 'box'), (0, 'city'), (3, 'day'), (5, 'bus'))])
print(len(''.join(words(n).replace('-', '').replace(' ', '') for n in range(1, 100))))
