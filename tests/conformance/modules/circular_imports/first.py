import second

VALUES = [1, 2, 3]


def total():
    return sum(VALUES)


class Box:
    def __init__(self, x):
        self.x = x
