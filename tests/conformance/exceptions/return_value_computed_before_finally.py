# Return value is computed before finally.
def f():
    x = 1
    try: return x
    finally: x = 2
print(f())
