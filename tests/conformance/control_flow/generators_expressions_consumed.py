# Generator expressions given straight to the builtins that consume them.
xs = [3, 1, 4, 1, 5, 9, 2, 6]
print(sum(x * x for x in xs), max(x % 4 for x in xs), min((x, i) for i, x in enumerate(xs)), sorted(x for x in xs if x > 2))
print(any(x > 8 for x in xs), all(x > 0 for x in xs), any(x > 9 for x in xs), all(x > 0 for x in []), sum(1 for x in xs if x == 1))
print(list(x + y for x in 'ab' for y in 'cd'), set(x // 3 for x in xs), dict((x, i) for i, x in enumerate('abc')), tuple(x for x in range(3)))
print(' '.join(str(x) for x in xs), ''.join(c for c in 'hello' if c not in 'l'), max((len(w), w) for w in 'a bbb cc'.split()))
checked = []


def check(x):
    checked.append(x)
    return x > 3


print(any(check(x) for x in xs), checked)
checked.clear()
print(all(check(x) for x in xs), checked)
print(next(x for x in xs if x > 4), next((x for x in xs if x > 40), 'none'))
n = 10
print(sum(n for _ in range(3)), [sum(i * j for j in range(i)) for i in range(4)])
