# The body runs before the bases are found to contradict each other.
class A: pass
class B(A): pass
def make():
    try:
        class C(A, B):
            print("body")
            x = 1
    except TypeError as e:
        print(str(e).splitlines()[0])
    try:
        class D(A, A):
            print("body of D")
    except TypeError as e:
        print(e)
    try:
        class E(A, B):
            raise KeyError("in the body")
    except KeyError as e:
        print("key", e)
make()
