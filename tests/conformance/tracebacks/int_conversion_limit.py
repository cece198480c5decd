# stderr: exact
x = 7 ** 6000
print(x % 1000)
print(len(str(x)))
