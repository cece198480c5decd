# `del` of a local then use.
def f():
    a = 1; del a
    return a
try: f()
except UnboundLocalError as e: print(e)
