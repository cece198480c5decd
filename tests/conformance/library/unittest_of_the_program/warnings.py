def warn(text, n):
    print(text * n)
