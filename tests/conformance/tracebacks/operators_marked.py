# stderr: exact
def f(a, b):
    return (a + 1) * (b - 2) / (a - b)


print(f(3, 1))
print(f(4, 4))
