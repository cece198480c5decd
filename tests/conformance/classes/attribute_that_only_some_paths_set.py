# Attribute that only some paths set.
class A:
    def __init__(s, f):
        if f: s.v = 1
for f in (1, 0):
    try: print(A(f).v)
    except AttributeError as e: print(e)
