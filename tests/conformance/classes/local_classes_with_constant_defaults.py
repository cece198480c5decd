def make(n):
    class A:
        def __init__(self, x=0, y=None, *, z=(1, 2)):
            self.x = x
        def m(self, k=3):
            return self.x + k
    return A(n)
print(make(1).m(), make(2).m(5))
