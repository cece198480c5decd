# Returning nothing, several values, early, different types, from loops and handlers.
def nothing():
    pass


def bare(flag):
    if flag:
        return
    print('not returned yet')


def find(xs, wanted):
    for i, x in enumerate(xs):
        if x == wanted:
            return i
    return None


def many():
    return 1, 'two', [3]


def kinds(n):
    if n == 0:
        return None
    if n == 1:
        return 'one'
    if n == 2:
        return 2
    return [n]


def from_try(text):
    try:
        return int(text)
    except ValueError:
        return text
    finally:
        print('finally', text)


def nested(n):
    for i in range(n):
        for j in range(n):
            if i * j == 6:
                return i, j
    else:
        return 'none'


print(nothing(), bare(True), bare(False))
print(find([5, 6, 7], 7), find('abc', 'z'), find([], 1) is None)
a, b, c = many()
print(a, b, c, many()[1], [kinds(n) for n in range(4)])
print(from_try('5'), from_try('x'), nested(4), nested(2))
result = find(['x', 'y'], 'y')
if result is not None:
    print('found at', result + 1)
x = [kinds(1), kinds(2)]
print(x, print('printed'), (lambda: None)())
