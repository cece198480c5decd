class B(bytearray):
    def __init__(self, newarg=1, *args, **kwargs):
        bytearray.__init__(self, *args, **kwargs)
        self.x = newarg
b = B(4, source=b"abcd")
print(b, b.x)
b = B(newarg=5, source=b"ab")
print(b, b.x)
print(B.fromhex("1a2b"))
