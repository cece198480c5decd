# refused: K0401
# A class with __reduce__ says by that how it is copied.
import copy


class A:
    def __init__(self):
        self.x = 1

    def __reduce__(self):
        return (A, ())


print(copy.deepcopy([A()]))
