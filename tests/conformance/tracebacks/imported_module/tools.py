def divide(a, b):
    return a / b


def safe(n):
    return divide(n, 2)
