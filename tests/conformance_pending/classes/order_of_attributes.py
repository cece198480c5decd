# The order of an object's __dict__ is that in which its attributes were set.
class A:
    def __init__(self, first):
        if first:
            self.a = 1
        self.b = 2
        self.a = 3


print(A(True).__dict__, A(False).__dict__)
