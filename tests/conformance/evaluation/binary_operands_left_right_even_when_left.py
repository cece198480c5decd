# Binary operands left to right, even when the left one is a name rebound by the right.
def f():
    global x; x = 10; return 1
x = 1; print(x + f(), x)
