# refused: K0401
def deco(cls):
    class W(cls):
        def hi(self):
            return "w" + super().hi()
    return W
@deco
class P:
    def hi(self): return "p"
@deco
class Q:
    def hi(self): return "q"
print(P().hi(), Q().hi())
