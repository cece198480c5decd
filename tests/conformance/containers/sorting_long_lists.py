# Long lists take other ways through list.sort than short ones: ints by digits, strs by prefixes.
seed = 7


def rand(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return (seed >> 20) % n


def ordered(items):
    return all(not b < a for a, b in zip(items, items[1:]))


class MyInt(int):
    pass


class Grade:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        if self.value == 77 and other.value > 50:
            raise ValueError("no order")
        return self.value < other.value


ints = [rand(2**50) - 2**49 for _ in range(700)]
print(ordered(sorted(ints)), sorted(ints)[::100], sorted(ints, reverse=True) == sorted(ints)[::-1])
print(sorted([2**62 - 1, -2**62, 0, -1, 5] * 100)[50::100], sorted(ints + [2**70, -2**90])[::701])
print(sorted([True, False] * 200)[199:201], sorted([True, 0, 5] * 200)[199:202], sorted([1.5, 2, 1, -0.0] * 100)[99:102])
print(type(sorted([MyInt(3), MyInt(1)] * 200)[0]).__name__, sorted(list(range(500, 0, -1)))[:3])
pairs = [(rand(100) - 50, i) for i in range(2000)]
by_key = sorted(pairs, key=lambda pair: pair[0])
print(by_key == sorted(pairs), by_key[:2], sorted(pairs, key=lambda pair: pair[0], reverse=True)[:2])
print(sorted(pairs, key=lambda pair: pair[0] > 3)[:2], sorted(pairs, key=lambda pair: pair[0] * 2**60)[:2])
letters = "ab\0z\x7f\x80é\xfe\xff\u0100\u1234\U0001f600"
words = ["".join(letters[rand(len(letters))] for _ in range(rand(12))) for _ in range(1500)]
words += [word + "a" for word in words[:300]]
print(ordered(sorted(words)), [ascii(word) for word in sorted(words)[::300]])
print(sorted(words, key=lambda word: [ord(c) for c in word]) == sorted(words), ordered(sorted(words, key=len)) or len(words))
grades = [Grade(rand(100)) for _ in range(400)]
before = sorted(grade.value for grade in grades)
try:
    grades.sort()
except ValueError as error:
    print(error)
print(sorted(grade.value for grade in grades) == before, len(grades))
