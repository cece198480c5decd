# types: dynamic
class BadIter:
    def __iter__(self): return 5
class NoNext:
    def __iter__(self): return self
class Empty:
    def __iter__(self): return iter(())
def attempt(f, *a):
    try:
        print(f(*a))
    except TypeError as e:
        print(f.__name__, e)
for x in (BadIter(), NoNext()):
    attempt(bytes, x)
    attempt(bytearray, x)
    attempt(list, x)
    attempt(set, x)
    attempt(tuple, x)
    attempt(sorted, x)
    attempt(sum, x)
    attempt(set().isdisjoint, x)
    attempt(set().update, x)
    attempt(dict.fromkeys, x)
    attempt("".join, x)
    try:
        for y in x: pass
    except TypeError as e:
        print(e)
    try:
        a, b = x
    except TypeError as e:
        print(e)
    try:
        print(3 in x)
    except TypeError as e:
        print(e)
    try:
        print([*x])
    except TypeError as e:
        print(e)
    try:
        print(iter(x))
    except TypeError as e:
        print(e)
print(list(Empty()))
