# Vector and polynomial arithmetic on lists of ints and floats.
def add(a, b):
    return [x + y for x, y in zip(a, b)]


def scale(a, k):
    return [x * k for x in a]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def norm(a):
    return dot(a, a) ** 0.5


def poly_mul(p, q):
    out = [0] * (len(p) + len(q) - 1)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            out[i + j] += a * b
    return out


def poly_at(p, x):
    result = 0
    for c in reversed(p):
        result = result * x + c
    return result


def poly_text(p):
    terms = []
    for power, c in enumerate(p):
        if c:
            terms.append(f'{c}' if power == 0 else f'{c}x' if power == 1 else f'{c}x^{power}')
    return ' + '.join(reversed(terms)).replace('+ -', '- ') or '0'


print(add([1, 2], [3, 4.5]), scale([1, 2.5], 2), scale([1, 2], 0.5), dot([1, 2, 3], [4, 5, 6]), norm([3, 4]), norm([1, 1]))
p = [1, -3, 0, 2]
print(poly_text(p), poly_text(poly_mul(p, [1, 1])), poly_text([0]), poly_at(p, 2), poly_at(p, 0.5), poly_at(p, 10 ** 15))
pascal = [1]
for _ in range(8):
    print(pascal)
    pascal = poly_mul(pascal, [1, 1])
binomial = [1]
for _ in range(70):
    binomial = poly_mul(binomial, [1, 1])
print(max(binomial), sum(binomial) == 2 ** 70)
