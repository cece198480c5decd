# Luhn, ISBN, EAN, digital roots, palindromic and happy numbers.
def luhn(text):
    total = 0
    for i, c in enumerate(reversed(text)):
        d = int(c)
        if i % 2:
            d *= 2
            if d > 9:
                d -= 9
        total += d
    return total % 10 == 0


def isbn13(text):
    digits = [int(c) for c in text if c.isdigit()]
    return len(digits) == 13 and sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0


def root(n):
    return n if n < 10 else root(sum(map(int, str(n))))


def happy(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(int(c) ** 2 for c in str(n))
    return n == 1


print([luhn(t) for t in ('79927398713', '79927398710', '4539578763621486', '0', '')])
print([isbn13(t) for t in ('978-0-306-40615-7', '978-0-306-40615-8', '123')])
print([root(n) for n in (0, 9, 10, 38, 999999999999999999999)], [n for n in range(1, 50) if happy(n)])
print([n for n in range(100, 400) if str(n) == str(n)[::-1]], max(a * b for a in range(90, 100) for b in range(90, 100) if str(a * b) == str(a * b)[::-1]))


def lychrel(n):
    steps = 0
    while str(n) != str(n)[::-1]:
        n += int(str(n)[::-1])
        steps += 1
    return steps, n


print(lychrel(56), lychrel(89), lychrel(121))
print(sum(int(d) for d in str(2 ** 300)), [int(d) for d in str(10 ** 5 + 7)], int(''.join(sorted('3142', reverse=True))))
