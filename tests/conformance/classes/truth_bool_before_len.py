# Truth: __bool__ before __len__.
class T:
    def __len__(s): return 0
class U(T):
    def __bool__(s): return True
print(bool(T()), bool(U()), not T(), 1 if T() else 2, [x for x in [T(), U()] if x] != [])
class Z:
    def __bool__(s): return 1
try: bool(Z())
except TypeError as e: print(e)
