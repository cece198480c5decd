# Closure sees later rebinding; each call has its own cell.
def mk():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    return inc
a = mk(); b = mk(); print(a(), a(), b())
