# stderr: exact
# An exception raised in a handler prints both tracebacks.
def inner():
    return [][1]


def outer():
    try:
        inner()
    except IndexError:
        return int('x')


outer()
