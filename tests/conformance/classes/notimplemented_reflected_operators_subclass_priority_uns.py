# types: dynamic
# NotImplemented, reflected operators, subclass priority, unsupported texts.
class W:
    def __add__(s, o): return NotImplemented
    def __radd__(s, o): return 'W.radd'
class X(W):
    def __radd__(s, o): return 'X.radd'
print(W() + X(), 1 + W())
for f in (lambda: W() + W(), lambda: W() - 1, lambda: -W()):
    try: f()
    except TypeError as e: print(e)
