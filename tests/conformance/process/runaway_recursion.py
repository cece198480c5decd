# stderr: exact
# Endless recursion ends in RecursionError, and its traceback is folded.
def f(n):
    return f(n + 1)


f(0)
