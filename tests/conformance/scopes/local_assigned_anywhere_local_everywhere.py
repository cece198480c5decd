# Local assigned anywhere is local everywhere.
v = 1
def f():
    print(v); v = 2
try: f()
except UnboundLocalError as e: print(type(e).__name__, e)
