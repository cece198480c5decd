# __bool__ and __len__ run even where what they return is refused; lengths that are no ints, too large, negative, bools.
class Z:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print("called", self.value)
        return self.value


for value in (1, True):
    try:
        print(bool(Z(value)), not Z(value))
    except TypeError as e:
        print(e)


class Never:
    def __bool__(self):
        print("never true")
        return "x"


try:
    print(1 if Never() else 2)
except TypeError as e:
    print(e)


class W:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        print("len", self.n)
        return self.n


for n in (0, 3, -1, 10**20, True):
    for test in (bool, len, lambda w: not w, lambda w: 1 if w else 2):
        try:
            print(test(W(n)))
        except (ValueError, OverflowError) as e:
            print(type(e).__name__, e)


class Text:
    def __len__(self):
        print("len called")
        return "a"


for test in (bool, len):
    try:
        print(test(Text()))
    except TypeError as e:
        print(e)
