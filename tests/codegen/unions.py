import sys


class A:
    pass


class B(A):
    pass


def show(x):
    if x is None:
        print("None")
    elif isinstance(x, bool):
        print("bool", x)
    elif isinstance(x, int):
        print("int", x)
    elif isinstance(x, float):
        print("float", x)
    elif isinstance(x, str):
        print("str", x)
    elif isinstance(x, A):
        print("A", isinstance(x, B), type(x) is A)
    else:
        print("other")


for x in [None, True, False, 7, 2**70, 1.5, "text", A(), B(), show, "lit"]:
    show(x)
show(None)
show(A())
cell = 10**30
show(cell)
cell = "taken"
show(cell)
print((1, "two", 3.0)[0], ((10**25, "x"), 5)[0][0])
