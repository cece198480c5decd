# refused: K0401
def make(n):
    class A:
        value = n

    return A


classes = [make(k) for k in range(3)]
print([c.value for c in classes])
