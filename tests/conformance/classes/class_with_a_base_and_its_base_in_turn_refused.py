# refused: K0401
def deco(cls):
    class W(cls):
        def hi(self):
            return "w" + super().hi()
    return W
class P:
    def hi(self): return "p"
class Q(P):
    def hi(self): return "q"
print(deco(Q)().hi(), deco(P)().hi())
