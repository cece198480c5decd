class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print(bytes(I(3)), bytearray(I(2)), len(bytes(I(0))))
try:
    bytes(I(-1))
except ValueError as e: print(e)
