# stderr: exact
def outer(n):
    def inner(k):
        if k == 0:
            raise RuntimeError('bottom')
        return inner(k - 1) + 1

    return inner(n)


outer(2)
