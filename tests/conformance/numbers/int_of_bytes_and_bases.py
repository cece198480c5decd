class Ten:
    def __index__(self):
        return 10


print(int("43", 10), int("43", Ten()), int(b"ff", 16), int(bytearray(b"ff"), 16), int(memoryview(b"123")[1:3]))
print(float(memoryview(b"12.3")[1:4]), float(bytearray(b"2.5")), float(b" 1e3 "))
for base in (2**234, -2**234, 1, 37, -1):
    try:
        int("0", base)
    except ValueError as error:
        print(error)
for text in (bytearray(b"1x"), memoryview(b"z")):
    try:
        int(text)
    except ValueError as error:
        print(error)
