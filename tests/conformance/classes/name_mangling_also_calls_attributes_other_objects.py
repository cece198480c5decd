# Name mangling, also for calls and attributes of other objects.
class A:
    def __init__(self): self.__x = 1
    def get(self, o): return o.__x
class B(A):
    def __init__(self): super().__init__(); self.__x = 2
print(B().get(B()), sorted(vars(B())))
