class Bad:
    def __init__(self, fails):
        self.fails = fails

    def __repr__(self):
        if self.fails:
            raise ValueError("no repr")
        return "bad"


def show(make):
    bad = Bad(True)
    x = make(bad)
    try:
        print(repr(x))
    except ValueError as error:
        print(error)
    bad.fails = False
    print(x)


for times in range(2):
    show(lambda bad: [1, bad])
    show(lambda bad: [[2, bad], 3])
    show(lambda bad: (1, bad))
    show(lambda bad: tuple([1, bad]))
    show(lambda bad: {1: bad})
    show(lambda bad: {bad})
    show(lambda bad: {"k": [bad]}.values())
    show(lambda bad: [str(n) for n in range(2)] + [bad])


def deep(levels):
    x = []
    for _ in range(levels):
        x = [x]
    return x


try:
    repr(deep(100000))
except RecursionError:
    print("too deep")
