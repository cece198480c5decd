# Edit distance and alignment with a table of rows.
def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        current = [i]
        for j, cb in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (ca != cb)))
        previous = current
    return previous[-1]


def closest(word, words):
    return sorted(words, key=lambda w: (distance(word, w), w))[:2]


pairs = [('kitten', 'sitting'), ('', 'abc'), ('abc', ''), ('same', 'same'), ('flaw', 'lawn'), ('日本語', '日本'), ('intention', 'execution')]
for a, b in pairs:
    print(a, b, distance(a, b), distance(a, b) == distance(b, a))
words = ['print', 'sprint', 'paint', 'point', 'pint', 'prime']
print(closest('prnit', words), closest('pint', words))


def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            table[i + 1][j + 1] = table[i][j] + 1 if a[i] == b[j] else max(table[i][j + 1], table[i + 1][j])
    out = ''
    i, j = len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out = a[i - 1] + out
            i -= 1
            j -= 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return out


print(lcs('AGGTAB', 'GXTXAYB'), lcs('abc', 'xyz') == '', lcs('programming', 'gaming'))
