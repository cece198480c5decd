# refused: K0401
def make(n):
    class A:
        x = n
        def m(self):
            return n
    return A
print(make(1).x, make(2)().m())
