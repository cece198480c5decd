# Unbound closure variable.
def f():
    def g(): return z
    try: g()
    except NameError as e: print(e)
    z = 1; print(g())
f()
